import type { CrewPerson } from '@lms/contracts';
import { formatAway, type TextFunctions } from '@lms/web-platform';
import type { crewTexts } from '../texts/crew.js';

type T = TextFunctions<(typeof crewTexts)['tree']>['t'];

/** What is owed next and when, as one line. */
export function nextWords(t: T, next: CrewPerson['next'], today: string): string {
  if (!next) return t('next.none');
  const { title, standing, day } = next;
  if (!day || standing === 'valid' || standing === 'exempt' || standing === 'not required')
    return t('next.open', { title });
  return t(`next.${standing}`, { title, away: formatAway(day, today) });
}
