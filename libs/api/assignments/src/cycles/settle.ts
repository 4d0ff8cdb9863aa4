import type { Tx } from '@lms/api-platform';
import type { Given } from '../paths/given.js';

/**
 * Works out anew what people owe after reasons were added or ended: dates, what has no reason any more, and the next
 * cycle of what was fulfilled. Whoever changes reasons calls it in the same transaction.
 */
export async function settle(tx: Tx, given: Given, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await tx.query('select settle_assignments($1::uuid[], $2::date, $3::timestamptz)', [
    personIds,
    given.today,
    given.at,
  ]);
}

/** The same for the people of these enrolments. */
export async function settleEnrolments(tx: Tx, given: Given, enrolmentIds: readonly string[]): Promise<void> {
  if (enrolmentIds.length === 0) return;
  await tx.query(
    `select settle_assignments(array(select distinct person_id from path_enrolment where id = any ($1::uuid[])), $2::date, $3::timestamptz)`,
    [enrolmentIds, given.today, given.at],
  );
}
