import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { transform } from '@swc/core';
import { rolldown } from 'rolldown';
import { root } from '../setup/paths.mjs';
import { serverPrograms } from './packages.mjs';

const source = join(root, 'apps', 'api', 'src');
const dist = join(root, 'apps', 'api', 'dist');

/** What somebody who still runs the build before may yet load, in milliseconds. */
const keptFor = 24 * 60 * 60 * 1000;

const isOurs = (id) => id.startsWith('.') || id.startsWith(sep) || id.startsWith('@lms/');

/** TypeScript with decorators and what they say of types becomes JavaScript; SWC does it here as it does for the tests. */
const typescript = (options) => ({
  name: 'typescript',
  transform: {
    filter: { id: /\.tsx?$/ },
    async handler(code, id) {
      const result = await transform(inPlace(code, id), {
        ...options,
        swcrc: false,
        configFile: false,
        filename: id,
        sourceMaps: true,
      });
      return { code: result.code, map: result.map };
    },
  },
});

/** A file that stands beside a source (SQL, typefaces) is read from where it stands, whichever file the source has gone into. */
function inPlace(code, id) {
  const here = JSON.stringify(`/${relative(dist, dirname(id)).split(sep).join('/')}`);
  return code
    .replaceAll('import.meta.dirname', `(import.meta.dirname + ${here})`)
    .replaceAll('import.meta.url', `new URL('.' + ${here} + '/', import.meta.url)`);
}

const removeOthers = async (kept) => {
  const now = Date.now();
  for (const entry of await readdir(dist, { withFileTypes: true })) {
    if (kept.has(entry.name)) continue;
    const path = join(dist, entry.name);
    const written = await stat(path).catch(() => null);
    if (entry.isDirectory() || (written && now - written.mtimeMs > keptFor))
      await rm(path, { recursive: true, force: true });
  }
};

/**
 * Puts the server's own modules together into the programs of apps/api/dist and the parts that they load when they first need
 * them. More than a thousand files that are found, read and linked one by one are a third of a start. Packages stay outside.
 * @returns {Promise<number>} how many files were written
 */
export async function bundleServer() {
  const { $schema: _, ...options } = JSON.parse(await readFile(join(root, '.swcrc'), 'utf8'));
  const bundle = await rolldown({
    input: Object.fromEntries(serverPrograms.map((name) => [name, join(source, `${name}.ts`)])),
    platform: 'node',
    external: (id) => !isOurs(id),
    resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
    plugins: [typescript(options)],
  });
  try {
    const { output } = await bundle.write({
      dir: dist,
      format: 'esm',
      sourcemap: true,
      // Classes of the same name in two features keep it: messages, entities and the framework go by it.
      keepNames: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    });
    const written = new Set(output.map(({ fileName }) => fileName));
    await removeOthers(written);
    return written.size;
  } finally {
    await bundle.close();
  }
}
