import type { EquivalenceSource, EquivalenceVersion } from '@lms/contracts';
import { formatDay, type TextFunctions, type Texts } from '@lms/web-platform';
import type { equivalenceTexts } from './texts.js';

export type T = TextFunctions<typeof equivalenceTexts extends Texts<infer Tree> ? Tree : never>['t'];
type Terms = Pick<EquivalenceVersion, 'kind' | 'remainderTitle' | 'fromOn' | 'toOn' | 'limitMonths'>;

/** A card by who issues it, a course by its company; a course of ours by its title alone. */
export const saySource = ({ title, by }: Pick<EquivalenceSource, 'title' | 'by'>, t: T): string =>
  by === null ? title : t('say.by', { title, by });

/** The terms of a version as sentences. */
export function sayTerms({ kind, remainderTitle, fromOn, toOn, limitMonths }: Terms, t: T): string {
  const days = { from: fromOn ? formatDay(fromOn) : '', to: toOn ? formatDay(toOn) : '' };
  const window = fromOn && toOn ? t('say.between', days) : fromOn ? t('say.from', days) : toOn ? t('say.to', days) : '';
  return [
    kind === 'top-up' && remainderTitle ? t('say.topUp', { remainder: remainderTitle }) : '',
    kind === 'full' ? t('say.full') : '',
    window,
    limitMonths ? t('say.months', { count: limitMonths }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
