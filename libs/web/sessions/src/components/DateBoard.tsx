import { formatShortDay } from '@lms/web-platform';
import { dayOf } from './session-words.js';
import styles from './DateBoard.module.css';

/** A day as on a tear-off calendar. It always stands beside the date in words, so it is hidden from a screen reader. */
export function DateBoard({ at, quiet = false }: { at: string; quiet?: boolean }) {
  const [, day, month] = formatShortDay(dayOf(at)).split('\u00a0');
  return (
    <span className={styles.board} data-quiet={quiet || undefined} aria-hidden>
      <b>{day}</b>
      <span>{month}</span>
    </span>
  );
}
