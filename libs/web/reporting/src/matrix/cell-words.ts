import type { MatrixCell } from '@lms/contracts';
import { daysBetween } from '@lms/domain';
import { formatDay, type TextFunctions } from '@lms/web-platform';
import type { StandingName } from '@lms/web-ui';
import type { reportingTexts } from '../texts.js';

type T = TextFunctions<(typeof reportingTexts)['tree']>['t'];

/** Days that say more than the mark alone: late, or soon. */
const COUNTED: readonly StandingName[] = ['overdue', 'expired', 'expiring'];

/** How many days a cell is late or has left; null where the mark says all. */
export function daysOf([standing, day]: MatrixCell, today: string): number | null {
  return day && COUNTED.includes(standing) ? Math.abs(daysBetween(today, day)) : null;
}

/** The whole cell in words, with what is written in it at the end. */
export function cellName(t: T, title: string, cell: MatrixCell, today: string): string {
  const days = daysOf(cell, today);
  const words = cellWords(t, title, cell);
  return days === null ? words : `${words}, ${t('days', { count: days })}`;
}

/** The whole cell as a sentence. */
export function cellWords(t: T, title: string, [standing, day]: MatrixCell): string {
  const word = t(`standing.${standing}`);
  return day
    ? t('cellDay', { title, standing: word, day: t(`day.${standing}`, { day: formatDay(day) }) })
    : t('cell', { title, standing: word });
}
