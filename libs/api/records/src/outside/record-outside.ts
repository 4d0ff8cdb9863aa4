import type { Tx } from '@lms/api-platform';

/** Something that somebody brings from outside: a card by its issuer and name, or a course of a company. */
export type OutsideThing =
  | { readonly kind: 'card'; readonly issuer: string; readonly title: string }
  | {
      readonly kind: 'company-course';
      readonly organisationId: string;
      /** Empty where it has none; with one, it alone tells which course it is. */
      readonly code: string;
      readonly title: string;
    };

/** One award as it is recorded. Dates are `YYYY-MM-DD`, inclusive; who may record it is for the caller to know. */
export type OutsideRow = OutsideThing & {
  readonly personId: string;
  readonly awardedOn: string;
  /** The last day that the proof itself names; null where it names none. */
  readonly expiresOn: string | null;
  /** Its number; kept where it can be erased. */
  readonly reference: string;
  /** Kept where it can be erased. */
  readonly note: string;
  /** The same key twice is one award, also in another call. */
  readonly idempotencyKey: string;
};

/**
 * `recorded`; `already`, the same key, or the same thing of the same person and day; `differs`, the same but with other
 * dates, where nothing was recorded: take back the other one first.
 */
export interface OutsideOutcome {
  awardId: string;
  outcome: 'recorded' | 'already' | 'differs';
}

/**
 * Records a list of awards, in one statement. All or nothing; an outcome each, in the order of the rows. A database error for a person or an organisation that is not there.
 */
export async function recordOutside(
  tx: Tx,
  recordedBy: string | null,
  at: Date,
  rows: readonly OutsideRow[],
): Promise<OutsideOutcome[]> {
  if (rows.length === 0) return [];
  return tx.query('select award_id as "awardId", outcome from record_outside($1, $2, $3) order by n', [
    JSON.stringify(rows.map(({ idempotencyKey, ...row }) => ({ ...row, key: idempotencyKey }))),
    recordedBy,
    at,
  ]);
}
