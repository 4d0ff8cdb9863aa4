import { formatMinutes } from '@lms/web-platform';
import { quizTexts } from '../texts.js';

const { t } = quizTexts;
const minute = 60_000;

/** "12 min left"; within the last five minutes "4:59 left". */
export function timeLeftText(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  if (seconds > 300) return t('time.minutes', { length: formatMinutes(Math.ceil(seconds / 60)) });
  return t('time.seconds', { clock: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` });
}

/** What is said aloud once when the time left falls past it. */
export function announcement(beforeMs: number, leftMs: number): string | null {
  const passed = (mark: number) => beforeMs > mark && leftMs <= mark && leftMs > 0;
  if (passed(minute)) return t('time.one');
  if (passed(5 * minute)) return t('time.five');
  return null;
}
