import { addDays, dayOfWeek } from '../calendar/arithmetic.js';
import { daysInMonth } from '../calendar/civil.js';
import { civilOf, dateOf, type LocalDate } from '../calendar/local-date.js';
import { londonDate, londonInstant } from '../calendar/london.js';

/** When something comes again, by calendar and clock in London. `at` is `HH:MM`. */
export type Cadence =
  /** 1 is Monday, 7 is Sunday. */
  | { readonly every: 'week'; readonly weekday: number; readonly at: string }
  /** A day that every month has, 1 to 28, or its last. */
  | { readonly every: 'month'; readonly day: number | 'last'; readonly at: string };

/** The days of a cadence from a day on, that day included. */
function dayFrom(cadence: Cadence, from: LocalDate): LocalDate {
  if (cadence.every === 'week') return addDays(from, (cadence.weekday - dayOfWeek(from) + 7) % 7);
  const { year, month, day } = civilOf(from);
  const dayIn = (y: number, m: number): number => (cadence.day === 'last' ? daysInMonth(y, m) : cadence.day);
  if (dayIn(year, month) >= day) return dateOf(year, month, dayIn(year, month));
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return dateOf(y, m, dayIn(y, m));
}

/**
 * The first moment of a cadence after an instant, in milliseconds since 1970. In the night in which the clocks go forward
 * an hour that is skipped is the one after it; where an hour comes twice, the first of both is meant.
 */
export function nextRun(cadence: Cadence, after: Date | number): number {
  const past = typeof after === 'number' ? after : after.getTime();
  const minutes = Number(cadence.at.slice(0, 2)) * 60 + Number(cadence.at.slice(3));
  const day = dayFrom(cadence, londonDate(past));
  const moment = londonInstant(day, minutes);
  return moment > past ? moment : londonInstant(dayFrom(cadence, addDays(day, 1)), minutes);
}

/** The next few moments of a cadence after an instant. */
export function nextRuns(cadence: Cadence, after: Date | number, count: number): number[] {
  const runs: number[] = [];
  for (let last = after; runs.length < count; last = runs.at(-1) ?? last) runs.push(nextRun(cadence, last));
  return runs;
}

export interface DueRun {
  /** The newest moment that has come, in milliseconds since 1970. */
  readonly dueAt: number;
  /** How many came before it since then, and are made up for by this one. */
  readonly missed: number;
  readonly nextAt: number;
}

/** What is to be done at `now`, when the moment that was waited for is `since`; null while it has not come. */
export function dueRun(cadence: Cadence, since: number, now: number): DueRun | null {
  if (since > now) return null;
  let [dueAt, missed] = [since, 0];
  for (let next = nextRun(cadence, dueAt); next <= now; next = nextRun(cadence, dueAt)) {
    dueAt = next;
    missed += 1;
  }
  return { dueAt, missed, nextAt: nextRun(cadence, dueAt) };
}
