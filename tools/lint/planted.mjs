import { existsSync, globSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../setup/paths.mjs';

const mark = 'zz-planted';

/** Removes what a probe that was killed has left. */
export function sweep() {
  for (const path of globSync(`{libs,apps}/**/${mark}*`, {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  })) {
    rmSync(join(root, path), { recursive: true, force: true });
  }
}

/** Writes the files ('§' in a path or text stands for the mark) and returns their places and how to take them away. */
export function plant(files) {
  const made = [];
  const written = Object.entries(files).map(([path, text]) => {
    const file = join(root, path.replaceAll('§', mark));
    for (let dir = dirname(file); !existsSync(dir); dir = dirname(dir)) made.push(dir);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text.replaceAll('§', mark), { flag: 'wx' });
    return file;
  });
  const remove = () => {
    for (const file of written) rmSync(file, { force: true });
    for (const dir of made.sort((a, b) => b.length - a.length)) {
      try {
        rmdirSync(dir);
      } catch {
        // Somebody has put a file of their own there.
      }
    }
  };
  return { written, remove };
}
