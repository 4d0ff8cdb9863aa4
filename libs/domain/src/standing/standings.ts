/** The standings of a person and a course on a date, in the order of the table: the first line that holds wins. */
export const STANDINGS = [
  'exempt',
  'expired',
  'overdue',
  'expiring',
  'valid',
  'in progress',
  'not started',
  'not required',
] as const;
export type Standing = (typeof STANDINGS)[number];
