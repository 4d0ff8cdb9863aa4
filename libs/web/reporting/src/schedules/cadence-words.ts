import type { ScheduleCadence } from '@lms/contracts';
import { scheduleTexts } from './schedule-texts.js';

const { t } = scheduleTexts;
const rules = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const FORMS = { one: 'one', two: 'two', few: 'few' } as const;

/** "1st", "22nd". */
export function ordinalOf(day: number): string {
  const form = rules.select(day);
  return t(`ordinal.${form in FORMS ? FORMS[form as keyof typeof FORMS] : 'other'}`, { day });
}

export const weekdayOf = (weekday: number): string => t(`weekday.d${weekday}` as 'weekday.d1');

/** "Every Monday at 07:30" */
export function cadenceInWords(cadence: ScheduleCadence): string {
  const { at } = cadence;
  if (cadence.every === 'week') return t('cadence.week', { weekday: weekdayOf(cadence.weekday), at });
  return cadence.day === 'last' ? t('cadence.last', { at }) : t('cadence.month', { day: ordinalOf(cadence.day), at });
}
