import { addDays } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';

/**
 * What renews a course. While it is valid, its refresher does where it has one. After it lapsed:
 *
 * - `full`: the whole course again (SMSTS);
 * - `refresher`: the refresher is still enough within `withinDays` of the last valid day (first aid);
 * - `remainder`: the refresher and what it leaves out of the whole (NRSWA).
 */
export type LapsePolicy =
  | { readonly kind: 'full' }
  | { readonly kind: 'refresher'; readonly withinDays: number }
  | { readonly kind: 'remainder' };

export const LAPSES = ['full', 'refresher', 'remainder'] as const;

/** The whole course, its refresher, or the refresher together with the remainder. The whole is always enough too. */
export type Renewal = 'full' | 'refresher' | 'refresher-and-remainder';

/**
 * What would renew the course on `on`. `until` is the last day on which it counted; null when it was never completed or
 * does not end. In SQL: `renewal_on`.
 */
export const renewalOn = (
  policy: { readonly lapse: LapsePolicy; readonly hasRefresher: boolean },
  until: LocalDate | null,
  on: LocalDate,
): Renewal => {
  if (!policy.hasRefresher || until === null) return 'full';
  if (on <= until) return 'refresher';
  switch (policy.lapse.kind) {
    case 'full':
      return 'full';
    case 'refresher':
      return on <= addDays(until, policy.lapse.withinDays) ? 'refresher' : 'full';
    case 'remainder':
      return 'refresher-and-remainder';
  }
};
