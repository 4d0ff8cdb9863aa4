import { formatAway, formatDay } from '@lms/web-platform';
import { DateText } from '@lms/web-ui';

/** "Fri 27 Nov 2026, in 5 days" */
export const AwayDate = ({ date, today }: { date: string; today: string }) => (
  <DateText date={date} day={formatDay(date)} away={formatAway(date, today)} />
);

/** "Fri 27 Nov 2026" */
export const Day = ({ date }: { date: string }) => <DateText date={date} day={formatDay(date)} />;
