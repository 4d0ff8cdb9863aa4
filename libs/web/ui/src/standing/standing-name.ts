/** The eight standings of a person and a course. */
export type StandingName =
  'exempt' | 'expired' | 'overdue' | 'expiring' | 'valid' | 'in progress' | 'not started' | 'not required';
