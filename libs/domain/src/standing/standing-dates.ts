import { maxDate, minDate } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';
import { renewalWindowFrom } from '../validity/validity.js';
import { mergeIntervals, type DateInterval } from './intervals.js';
import type { StandingFacts } from './standing-facts.js';
import type { Standing } from './standings.js';

/**
 * All that a standing depends on besides the date asked about: it changes with the facts and never by the calendar
 * alone, so it can be stored.
 */
export interface StandingDates {
  /** An assignment is open, or the one with the highest cycle number was fulfilled. */
  readonly required: boolean;
  /** The earliest due date of what is open; null when nothing is open or nothing open has one. */
  readonly dueOn: LocalDate | null;
  /** The last day on which any completion counts, inclusive; null without completions and for life. */
  readonly validUntil: LocalDate | null;
  /** There is a completion that was not revoked. */
  readonly everCompleted: boolean;
  /** One of them is for life. */
  readonly neverExpires: boolean;
  /**
   * First day of the renewal window: the last one that the completions give, or the day on which a renewal opens where
   * that is earlier; null where neither is. "Still counts, and cannot be renewed yet" is
   * `coalesce(window_from > today, lifetime)`.
   */
  readonly windowFrom: LocalDate | null;
  /**
   * Days covered by exemptions: sorted, disjoint, not touching, so that equal days are equal lists. One pair of dates
   * could not say it: of two exemptions with a gap between them, which one counts depends on the day. In SQL this is a
   * `datemultirange`, and "covers" is `@>`.
   */
  readonly exemptions: readonly DateInterval[];
  /** The first day of an attempt that is still open. */
  readonly startedOn: LocalDate | null;
}

/** Reduces facts to dates. */
export const standingDatesOf = (facts: StandingFacts): StandingDates => {
  const revoked = new Set(facts.revocations.map(({ entry }) => entry));
  const completions = facts.completions.filter(({ seq }) => !revoked.has(seq));
  const open = facts.cycles.filter(({ closed }) => closed === null);
  const newest = [...facts.cycles].sort((a, b) => b.cycle - a.cycle)[0];
  const neverExpires = completions.some(({ validUntil }) => validUntil === null);
  const validUntil = neverExpires ? null : maxDate(...completions.map((completion) => completion.validUntil));
  return {
    required: open.length > 0 || newest?.closed === 'fulfilled',
    dueOn: minDate(...open.map(({ dueOn }) => dueOn)),
    validUntil,
    everCompleted: completions.length > 0,
    neverExpires,
    windowFrom: minDate(
      neverExpires
        ? null
        : maxDate(...completions.map((completion) => renewalWindowFrom(completion.validUntil, completion.windowDays))),
      ...open.filter(({ renewal }) => renewal).map(({ opensOn }) => opensOn),
    ),
    exemptions: mergeIntervals(facts.exemptions),
    startedOn: minDate(...facts.openAttempts.map(({ startedOn }) => startedOn)),
  };
};

/**
 * The standing on `today` from the dates: one CASE, the same in SQL, where a comparison with null does not hold.
 *
 *     required and exemptions @> today                                                       exempt
 *     required and ever_completed and not never_expires and valid_until < today
 *       and (due_on is null or due_on < today)                                               expired
 *     required and due_on < today                                                            overdue
 *     valid_until >= today and window_from <= today                                          expiring
 *     never_expires or valid_until >= today                                                  valid
 *     started_on is not null                                                                 in progress
 *     required                                                                               not started
 *     otherwise                                                                              not required
 */
export const standingFromDates = (dates: StandingDates, today: LocalDate): Standing => {
  const { required, dueOn, validUntil, windowFrom } = dates;
  const pastDue = dueOn !== null && dueOn < today;
  const valid = dates.neverExpires || (validUntil !== null && validUntil >= today);

  if (required && dates.exemptions.some(({ from, to }) => from <= today && today <= to)) return 'exempt';
  if (required && dates.everCompleted && !valid && (dueOn === null || pastDue)) return 'expired';
  if (required && pastDue) return 'overdue';
  if (valid && windowFrom !== null && windowFrom <= today) return 'expiring';
  if (valid) return 'valid';
  if (dates.startedOn !== null) return 'in progress';
  return required ? 'not started' : 'not required';
};
