import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root, wherever the command was called from. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Working files that may be deleted at any time. */
export const cacheDir = join(root, '.cache');

/** Where the product keeps its data: `WAYMARK_DATA_DIR`, else `.data` in the checkout. */
export const dataDirOf = (env = process.env) => resolve(root, env.WAYMARK_DATA_DIR || '.data');
