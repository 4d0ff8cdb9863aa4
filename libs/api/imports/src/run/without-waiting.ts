import type { Tx } from '@lms/api-platform';

/**
 * Nobody waits until this transaction is on the disk. Only for a chunk of the dry run: it says how far it has got in the same
 * transaction, so that what a crash takes back is looked at again.
 */
export const withoutWaiting = (tx: Tx): Promise<unknown> =>
  tx.query(`select set_config('synchronous_commit', 'off', true)`);
