import type { LocalDate } from '../calendar/local-date.js';
import type { EmploymentGroup, OrganisationKind } from '../words/words.js';

/** One condition of an audience. Lists mean "one of these". */
export type AudienceCondition =
  | { readonly is: 'organisation-kind'; readonly in: readonly OrganisationKind[] }
  /** With `tiers`, the organisations below count as well. */
  | { readonly is: 'organisation'; readonly in: readonly string[]; readonly tiers: boolean }
  | { readonly is: 'scheme'; readonly in: readonly string[] }
  /** In any case of letters. */
  | { readonly is: 'job-role'; readonly in: readonly string[] }
  | { readonly is: 'group'; readonly in: readonly EmploymentGroup[] }
  | { readonly is: 'tag'; readonly in: readonly string[] }
  /** The first day of the engagement, both ends inclusive. */
  | { readonly is: 'started'; readonly from: LocalDate | null; readonly until: LocalDate | null }
  /** Calendar days: 0 on the first day, negative before it. */
  | { readonly is: 'days-since-start'; readonly atLeast: number | null; readonly atMost: number | null }
  /** A course that is valid on the day. */
  | { readonly is: 'holds'; readonly courseId: string }
  | { readonly is: 'lacks'; readonly courseId: string }
  /** Directly, or through others. */
  | { readonly is: 'reports-to'; readonly personId: string };

/** Whom an audience holds: a predicate over engagements, as a tree. All of nothing is everybody, any of nothing nobody. */
export type AudiencePredicate =
  | { readonly is: 'all'; readonly of: readonly AudiencePredicate[] }
  | { readonly is: 'any'; readonly of: readonly AudiencePredicate[] }
  | { readonly is: 'not'; readonly of: AudiencePredicate }
  | AudienceCondition;

export const EVERYBODY: AudiencePredicate = { is: 'all', of: [] };

/** What an audience knows of one engagement on one day. */
export interface AudienceFacts {
  readonly on: LocalDate;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  /** The organisation itself and those above it. */
  readonly organisationIds: readonly string[];
  readonly jobRole: string;
  readonly group: EmploymentGroup;
  readonly schemeIds: readonly string[];
  readonly tags: readonly string[];
  readonly startsOn: LocalDate;
  /** Inclusive; null is without an end. */
  readonly endsOn: LocalDate | null;
  /** Of those asked about: whom the person reports to, directly or through others. */
  readonly managerIds: readonly string[];
  /** Where somebody is asked about: the first last day among the engagements of the managers above. */
  readonly lineEndsOn: LocalDate | null;
  /** Of the courses asked about: the last valid day of what was completed, null for life. */
  readonly holds: Readonly<Record<string, LocalDate | null>>;
}
