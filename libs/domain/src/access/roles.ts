import type { LocalDate } from '../calendar/local-date.js';

export const ROLES = ['people-team', 'author', 'trainer', 'coordinator', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** A role given to a person for a time; the dates are inclusive, `to` null is without an end. */
export interface Grant {
  readonly role: Role;
  /** The organisation (with the tiers below it) that the role is for; null is the whole Alliance. */
  readonly organisationId: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** The grants that count on a day. */
export const activeGrants = <G extends Pick<Grant, 'from' | 'to'>>(grants: readonly G[], today: LocalDate): G[] =>
  grants.filter(({ from, to }) => from <= today && (to === null || today <= to));
