import type { Chased } from '@lms/contracts';
import type { TextFunctions } from '@lms/web-platform';
import type { toolsTexts } from '../texts/tools.js';

/** What came of reminding people. */
export function chasedWords(t: TextFunctions<(typeof toolsTexts)['tree']>['t'], chased: Chased): string {
  const { reminded, withoutAddress, nothingLate, booked } = chased;
  const alreadyBooked = booked > 0 ? [t('select.booked', { count: booked })] : [];
  if (reminded === 0) return alreadyBooked[0] ?? t('select.nobody');
  return [
    t('select.reminded', { count: reminded }),
    ...(withoutAddress > 0 ? [t('select.withoutAddress', { count: withoutAddress })] : []),
    ...alreadyBooked,
    ...(nothingLate > 0 ? [t('select.nothingLate', { count: nothingLate })] : []),
    ...(reminded > withoutAddress ? [t('select.once')] : []),
  ].join(' ');
}
