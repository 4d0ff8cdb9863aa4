import { formatTexts } from './texts.js';

const { t } = formatTexts;
const grouped = new Intl.NumberFormat('en-GB');

/** "1,800" */
export const formatCount = (count: number): string => grouped.format(count);

/** "30 min", "2 h", "1 h 30 min" */
export function formatMinutes(total: number): string {
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return t('minutes', { minutes });
  return minutes === 0 ? t('hours', { hours }) : t('hoursAndMinutes', { hours, minutes });
}

/** A length as a large figure and its unit: whole or half hours from two hours up, otherwise minutes. */
export function distanceOf(total: number): { figure: string; unit: string } {
  if (total < 120) return { figure: String(total), unit: t('minute') };
  return { figure: String(Math.round(total / 30) / 2), unit: t('hour') };
}
