import type { Tx } from '@lms/api-platform';

/**
 * Two people who each move one end of a line at the same moment could close a circle that neither of them saw. So
 * whoever changes a tree waits for the turn, until the transaction ends.
 */
export async function takeTurn(tx: Tx, tree: 'line managers' | 'organisations'): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [tree]);
}
