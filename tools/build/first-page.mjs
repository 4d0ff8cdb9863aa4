import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { runMain, Stop } from '../setup/stop-sentence.mjs';

/** Bytes of JavaScript, compressed with gzip, that a learner fetches before Today can be used. */
const LIMIT = 150_000;
const dist = join(root, 'apps/web/dist');
/** Parts of the build by the name that they have there: the app itself, and Today. */
const first = ['index', 'today'];

/** The scripts that these parts need, with all that they import at once. */
function scriptsOf(manifest) {
  const files = new Set();
  const add = ({ file, imports = [] }) => {
    if (files.has(file)) return;
    files.add(file);
    imports.forEach((name) => add(manifest[name]));
  };
  for (const name of first) {
    const part = Object.values(manifest).find((entry) => entry.name === name);
    if (!part) throw new Stop(`The build has no part "${name}": what is the first page made of now?`);
    add(part);
  }
  return [...files];
}

const sizeOf = (file) => {
  const small = join(dist, `${file}.gz`);
  return statSync(existsSync(small) ? small : join(dist, file)).size;
};

await runMain(async () => {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const sizes = scriptsOf(manifest).map((file) => ({ file, size: sizeOf(file) }));
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  const lines = sizes.map(({ file, size }) => `${String(size).padStart(8)}  ${file}`);
  process.stdout.write(
    `${lines.join('\n')}\n${String(total).padStart(8)}  of ${LIMIT} bytes before Today can be used\n`,
  );
  if (total <= LIMIT) return 0;
  throw new Stop(`The first page of a learner has grown by ${total - LIMIT} bytes too many.`);
});
