import { addDays, maxDate } from '@lms/domain';

/** How long people who began an earlier version are told before it ends, in days. */
const NOTICE_DAYS = 7;

/** The first day that an earlier version may end on when people hear of it today. */
export const earliestEnd = (today: string): string => addDays(today, NOTICE_DAYS);

/** A review may take longer than the author thought: nobody gets less than the notice because of it. */
export const endAtPublishing = (chosen: string | null, today: string): string | null =>
  chosen === null ? null : maxDate(chosen, earliestEnd(today));
