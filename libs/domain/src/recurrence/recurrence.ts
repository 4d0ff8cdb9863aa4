import type { LocalDate } from '../calendar/local-date.js';

/** A day of every year, `MM-DD`; 29 February is the 28th where there is none. */
export type MonthDay = string;

/**
 * From when a completion counts on, and for how long. `windowDays` before the last day the renewal opens.
 *
 * - `completion`: months from the day of completion, whatever stood before.
 * - `previous-expiry`: the same, but a renewal inside the window counts on from the last day of what it renews, so that
 *   being early loses nothing. After a lapse it counts from the day of completion.
 * - `fixed-dates`: until the first of these days that lies at least `minActiveDays` after the completion.
 */
export type Recurrence =
  | { readonly anchor: 'completion' | 'previous-expiry'; readonly months: number; readonly windowDays: number }
  | {
      readonly anchor: 'fixed-dates';
      readonly dates: readonly MonthDay[];
      readonly minActiveDays: number;
      readonly windowDays: number;
    };

export const ANCHORS = ['previous-expiry', 'completion', 'fixed-dates'] as const;
export type Anchor = (typeof ANCHORS)[number];

/**
 * What a rule asks for once its course was completed: again as the course's own policy says (what a rule says nothing
 * about), never again, or again by a recurrence of its own, which may ask earlier than the course does, and also for a
 * course that is valid for life. Stored as this JSON with the version of the rule.
 */
export type RuleRecurrence =
  { readonly kind: 'course' } | { readonly kind: 'once' } | { readonly kind: 'own'; readonly recurrence: Recurrence };

/** The next time that something is owed: from when it can be done, and the last day for it, inclusive. */
export interface NextCycle {
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
}
