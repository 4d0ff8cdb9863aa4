import type { ScheduledList } from '@lms/contracts';
import { paths } from '../paths.js';

/** Where a list is put on a schedule, as it is shown now. */
export function scheduleAddress(list: ScheduledList, filters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `${paths.schedules}/new?${new URLSearchParams([['list', list], ...given])}`;
}
