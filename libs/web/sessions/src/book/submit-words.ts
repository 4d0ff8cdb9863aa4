import type { PeopleBooked } from '@lms/contracts';
import type { TextFunctions } from '@lms/web-platform';
import type { bookTexts } from '../texts/book.js';

/** What the button does, with its numbers. */
export function submitWords(
  t: TextFunctions<(typeof bookTexts)['tree']>['t'],
  { booked, waiting }: Pick<PeopleBooked, 'booked' | 'waiting'>,
): string {
  if (waiting === 0) return t('submit.booked', { count: booked });
  return booked === 0 ? t('submit.waiting', { count: waiting }) : t('submit.both', { booked, waiting });
}
