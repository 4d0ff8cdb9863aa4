import type { LocalDate } from '../calendar/local-date.js';

/**
 * One thing counts as a course: an outside card, a course of a company, or another course (`source`, an id). `full`: it is
 * enough; with a `remainder`, that course has to be done as well. Only what was awarded from `from` to `to` counts, both
 * inclusive, null is open; and for `limitMonths` at most.
 */
export interface EquivalenceTerms {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** The course that is left to be done; null where the source alone is enough. */
  readonly remainder: string | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly limitMonths: number | null;
}

/** Something that somebody has: a completion, an award, evidence. `of` is its course or kind of card. */
export interface CountedFact {
  readonly key: string;
  readonly of: string;
  readonly on: LocalDate;
  /** The last day on which it counts; null is for life. */
  readonly until: LocalDate | null;
  /** The courses that lie behind it: its own, and those through which it was counted. Empty for what is from outside. */
  readonly behind: readonly string[];
}

/** A completion that follows: by what, from which fact, and with which remainder. */
export interface CountedYield extends CountedFact {
  readonly by: string;
  readonly source: string;
  readonly topped: string | null;
}

/** The last day that a course gives a completion of that day; null is for life. */
export type OwnValidity = (course: string, on: LocalDate) => LocalDate | null;
