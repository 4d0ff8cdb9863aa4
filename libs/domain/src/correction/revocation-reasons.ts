/** Why a completion is taken back. The code stands in the record for good; a note can be asked to be forgotten. */
export const REVOCATION_REASONS = [
  'wrong-person',
  'wrong-course',
  'wrong-date',
  'not-done',
  'proof-not-genuine',
  'recorded-twice',
  'source-taken-back',
  'equivalence-withdrawn',
  'merge-undone',
  'other',
] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

const FOLLOWING: readonly RevocationReason[] = ['source-taken-back', 'equivalence-withdrawn', 'merge-undone'];

/** What a person may choose; the others follow by themselves from something else that was taken back. */
export const CHOSEN_REVOCATION_REASONS = REVOCATION_REASONS.filter((reason) => !FOLLOWING.includes(reason));
