import { addDays, compareDates } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';

/** First and last day, both inclusive. */
export interface DateInterval {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The same days as few intervals: sorted, disjoint, joined where they touch. One that ends before it begins is none. */
export const mergeIntervals = (intervals: readonly DateInterval[]): DateInterval[] => {
  const merged: { from: LocalDate; to: LocalDate }[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => compareDates(a.from, b.from))) {
    if (to < from) continue;
    const last = merged.at(-1);
    if (!last || addDays(last.to, 1) < from) merged.push({ from, to });
    else if (to > last.to) last.to = to;
  }
  return merged;
};
