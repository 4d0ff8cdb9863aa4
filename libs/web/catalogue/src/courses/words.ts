import type { ActivityKind } from '@lms/contracts';
import type { TextFunctions, Texts } from '@lms/web-platform';
import type { courseTexts } from '../texts/courses.js';

type T = TextFunctions<typeof courseTexts extends Texts<infer Tree> ? Tree : never>['t'];

/** "24 months", "For life" */
export const validityText = (months: number | null, t: T): string =>
  months === null ? t('forLife') : t('months', { count: months });

/** "SCORM 1.2", "In person" */
export const kindText = (kind: ActivityKind, t: T): string => t(`kind.${kind === 'in-person' ? 'inPerson' : kind}`);
