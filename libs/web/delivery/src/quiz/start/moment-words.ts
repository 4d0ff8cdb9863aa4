import { formatDay, formatDayOf, formatTime } from '@lms/web-platform';
import { quizTexts } from '../texts.js';

/** "today at 14:05", "Fri 27 Nov 2026 at 14:05", of an instant in UTC; `today` is the day in London. */
export function momentText(instant: string, today: string): string {
  const [day, time] = [formatDayOf(instant), formatTime(instant)];
  return day === formatDay(today) ? quizTexts.t('start.today', { time }) : quizTexts.t('start.dayAt', { day, time });
}
