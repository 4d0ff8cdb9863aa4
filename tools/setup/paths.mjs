import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root, wherever the command was called from. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Working files that may be deleted at any time. */
export const cacheDir = join(root, '.cache');

/** Where the product keeps its data: `WAYMARK_DATA_DIR`, else `.data` in the checkout. */
export const dataDirOf = (env = process.env) => resolve(root, env.WAYMARK_DATA_DIR || '.data');

/** Where the command was called: npm goes to the checkout first, and names of files are meant from where one is. */
export const calledFrom = (env = process.env) =>
  env.npm_lifecycle_event && env.INIT_CWD && existsSync(env.INIT_CWD) ? env.INIT_CWD : process.cwd();
