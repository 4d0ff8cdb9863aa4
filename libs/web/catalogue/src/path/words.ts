import type { PathItem } from '@lms/contracts';
import type { TextFunctions, Texts } from '@lms/web-platform';
import type { pathTexts } from '../texts/paths.js';

export type PathT = TextFunctions<typeof pathTexts extends Texts<infer Tree> ? Tree : never>['t'];

export const pathKinds: readonly PathItem['kind'][] = ['onboarding', 'role', 'refresher', 'offboarding'];

/** "−7", "0", "+30": what a marker post says. */
export const postText = (offset: number): string => (offset > 0 ? `+${offset}` : offset < 0 ? `−${-offset}` : '0');

/** "a partner or a supplier" */
export const orList = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
