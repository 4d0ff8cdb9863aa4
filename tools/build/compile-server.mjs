import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { transformFile } from '@swc/core';
import { root } from '../setup/paths.mjs';
import { isTest } from './fingerprint.mjs';
import { serverPackages } from './packages.mjs';

const copied = /\.(sql|json|html)$/;
const compiled = /\.[cm]?tsx?$/;
const toJs = (file) => file.replace(/\.(c|m)?tsx?$/, '.$1js');

/** What one source file becomes: { kind, from, to }, null for what is not built. */
const planOf = (src, dist, path) => {
  const name = basename(path);
  if (isTest(name)) return null;
  const inAssets = relative(src, path).split('/').slice(0, -1).includes('assets');
  const to = join(dist, relative(src, path));
  if (inAssets || copied.test(name)) return { kind: 'copy', from: path, to };
  if (/\.d\.[cm]?ts$/.test(name) || !compiled.test(name)) return null;
  return { kind: 'compile', from: path, to: toJs(to) };
};

const compileFile = async ({ from, to }, options) => {
  const { code, map } = await transformFile(from, {
    ...options,
    swcrc: false,
    configFile: false,
    sourceMaps: true,
    sourceFileName: relative(dirname(to), from),
  });
  const name = basename(to);
  await writeFile(to, `${code}\n//# sourceMappingURL=${name}.map\n`);
  if (map) await writeFile(`${to}.map`, map);
};

const removeOthers = async (dist, kept) => {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true }).catch(() => []);
  const stale = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(stale.filter((file) => !kept.has(file)).map((file) => rm(file, { force: true })));
};

async function compilePackage(dir, options) {
  const src = join(root, dir, 'src');
  const dist = join(root, dir, 'dist');
  const entries = await readdir(src, { recursive: true, withFileTypes: true });
  const plans = entries
    .filter((entry) => entry.isFile())
    .map((entry) => planOf(src, dist, join(entry.parentPath, entry.name)))
    .filter((plan) => plan !== null);
  await mkdir(dist, { recursive: true });
  for (const folder of new Set(plans.map(({ to }) => dirname(to)))) await mkdir(folder, { recursive: true });
  await removeOthers(dist, new Set(plans.flatMap(({ kind, to }) => (kind === 'copy' ? [to] : [to, `${to}.map`]))));
  const results = await Promise.allSettled(
    plans.map((plan) => (plan.kind === 'copy' ? cp(plan.from, plan.to) : compileFile(plan, options))),
  );
  return {
    files: plans.length,
    errors: results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason),
  };
}

/**
 * Compiles every server package into its own dist/, a mirror of src/, and removes what no source stands for.
 * @returns {Promise<number>} how many files were written
 */
export async function compileServer() {
  const { $schema: _, ...options } = JSON.parse(await readFile(join(root, '.swcrc'), 'utf8'));
  const results = await Promise.all(serverPackages().map((dir) => compilePackage(dir, options)));
  const errors = results.flatMap((result) => result.errors);
  if (errors.length > 0) throw new Error(errors.map((error) => error.message ?? String(error)).join('\n'));
  return results.reduce((sum, { files }) => sum + files, 0);
}
