import type { Tx } from '@lms/api-platform';

/** One at a time changes what a person owes, until the transaction ends. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 5))', [personId]);
}
