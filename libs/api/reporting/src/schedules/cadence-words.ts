import type { ScheduleCadence } from '@lms/contracts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const RULES = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** "Every Monday at 07:30" */
export function cadenceInWords(cadence: ScheduleCadence): string {
  const { at } = cadence;
  if (cadence.every === 'week') return `Every ${DAYS[cadence.weekday - 1]} at ${at}`;
  const day = cadence.day === 'last' ? 'last day' : `${cadence.day}${ENDINGS[RULES.select(cadence.day)] ?? 'th'}`;
  return `Monthly on the ${day}, at ${at}`;
}
