import type { ProblemField } from '@lms/api-platform';
import { addDays, dateWords, type LocalDate, maxDate } from '@lms/domain';

interface Period {
  startsOn: LocalDate;
  endsOn: LocalDate | null;
}

export const overlap = (a: Period, b: Period): boolean =>
  (a.endsOn === null || b.startsOn <= a.endsOn) && (b.endsOn === null || a.startsOn <= b.endsOn);

/** Whether a grant counts without a gap on the first day on which one that ends on `endsOn` no longer does. */
export const carriesOn = (grant: Period, endsOn: LocalDate, today: LocalDate): boolean => {
  const next = maxDate(addDays(endsOn, 1), today) ?? today;
  return grant.startsOn <= next && (grant.endsOn === null || grant.endsOn >= next);
};

/**
 * What keeps a grant from ending on a day. Yesterday ends it at once; earlier would deny what somebody was allowed to
 * do. The day before its first means that it never counts. An end can be brought forward, never put off.
 */
export function endProblems(grant: Period, endsOn: LocalDate, today: LocalDate): ProblemField[] {
  const earliest = maxDate(addDays(today, -1), addDays(grant.startsOn, -1)) ?? today;
  if (endsOn < earliest) return [{ path: 'endsOn', message: `The earliest last day is ${dateWords(earliest)}.` }];
  if (grant.endsOn !== null && endsOn > grant.endsOn) {
    return [
      { path: 'endsOn', message: `It ends on ${dateWords(grant.endsOn)} already. To go on, give the role again.` },
    ];
  }
  return [];
}
