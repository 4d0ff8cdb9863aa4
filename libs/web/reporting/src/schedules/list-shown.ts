import type { ScheduledList } from '@lms/contracts';
import { paths } from '@lms/web-platform';

const PLACES: Record<ScheduledList, string> = {
  matrix: paths.matrix,
  overdue: paths.matrix,
  people: paths.people,
  audit: paths.audit,
};

export const isScheduled = (list: string | null): list is ScheduledList => list !== null && list in PLACES;

/** Where a list is shown, narrowed down in the same way. */
export const listShown = (list: ScheduledList, filters: Readonly<Record<string, string>> = {}) => ({
  pathname: PLACES[list],
  search: new URLSearchParams(filters).toString(),
});
