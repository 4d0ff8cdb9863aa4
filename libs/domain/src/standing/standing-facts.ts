import type { LocalDate } from '../calendar/local-date.js';

/**
 * What is known about one person and one course. All of it counts whatever the date asked about: to answer for a day in
 * the past as it was known then, pass the facts that were known then.
 */
export interface StandingFacts {
  readonly completions: readonly CompletionFact[];
  readonly revocations: readonly RevocationFact[];
  readonly cycles: readonly CycleFact[];
  /** Approved ones, in any order; they may overlap. */
  readonly exemptions: readonly ExemptionFact[];
  /** Attempts that were neither abandoned nor ended in a completion. */
  readonly openAttempts: readonly AttemptFact[];
}

export interface CompletionFact {
  /** Its number in the person's chain. */
  readonly seq: number;
  readonly completedOn: LocalDate;
  /** The last day on which it counts; null is for life. */
  readonly validUntil: LocalDate | null;
  /** How many days before its last valid day a renewal may begin: its version's. */
  readonly windowDays: number;
}

/** Takes a completion back for good; what was right after all is recorded anew. */
export interface RevocationFact {
  readonly entry: number;
}

/** One assignment: what is owed once. The cycle with the highest number is the current one. */
export interface CycleFact {
  readonly cycle: number;
  readonly dueOn: LocalDate | null;
  /** From when it can be done; null is at once. */
  readonly opensOn: LocalDate | null;
  /** It asks again for what was completed. */
  readonly renewal: boolean;
  /**
   * null while it is owed; `fulfilled` when done and the course goes on being required, so that it can expire;
   * `withdrawn` when no reason was left.
   */
  readonly closed: null | 'fulfilled' | 'withdrawn';
}

/** First and last day, both inclusive. */
export interface ExemptionFact {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface AttemptFact {
  readonly startedOn: LocalDate;
}
