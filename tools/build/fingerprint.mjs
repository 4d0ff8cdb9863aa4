import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

const left = new Set(['node_modules', 'dist', '.nx', '.cache', 'test-results']);

/** Tests are no part of what is built. */
export const isTest = (name) => /\.(spec|int-spec|http-spec|e2e|test)\.[cm]?[jt]sx?$/.test(name);

const walk = (path, files) => {
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    const at = `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!left.has(entry.name)) walk(at, files);
    } else if (entry.isFile() && !isTest(entry.name)) files.push(at);
  }
};

/** Every file below the given folders and files, sorted; what is not there is left out. */
export function filesOf(paths) {
  const files = [];
  for (const path of paths) {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (found?.isDirectory()) walk(path, files);
    else if (found) files.push(path);
  }
  return files.sort();
}

const hashOf = (parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** Cheap: changes when a file is written, added or removed. */
export const quickPrint = (files) =>
  hashOf(
    files.map((file) => {
      const { mtimeMs, size } = statSync(join(root, file));
      return `${file}:${mtimeMs}:${size}`;
    }),
  );

/** Exact: changes when what a file holds changes. */
export const contentPrint = (files) => hashOf(files.flatMap((file) => [file, readFileSync(join(root, file))]));
