import type { Standing } from '@lms/contracts';

const keys = {
  exempt: 'standing.exempt',
  expired: 'standing.expired',
  overdue: 'standing.overdue',
  expiring: 'standing.expiring',
  valid: 'standing.valid',
  'in progress': 'standing.inProgress',
  'not started': 'standing.notStarted',
  'not required': 'standing.notRequired',
} as const;

/** The key of a standing's name. */
export const standingKey = (standing: Standing) => keys[standing];

/** The order in which standings are shown: good first on the passport. */
export const passportOrder: readonly Standing[] = [
  'valid',
  'expiring',
  'overdue',
  'expired',
  'in progress',
  'not started',
  'exempt',
];

const urgency: readonly Standing[] = [
  'overdue',
  'expired',
  'expiring',
  'in progress',
  'not started',
  'valid',
  'exempt',
  'not required',
];

/** What needs doing first. */
export const byUrgency = (a: { standing: Standing }, b: { standing: Standing }): number =>
  urgency.indexOf(a.standing) - urgency.indexOf(b.standing);
