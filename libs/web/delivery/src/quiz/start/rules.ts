import type { LearnerSettings, QuizStatus } from '@lms/contracts';
import { formatMinutes } from '@lms/web-platform';
import { quizTexts } from '../texts.js';

const { t } = quizTexts;
type Settings = Extract<LearnerSettings, { kind: 'quiz' }>;

/** What a learner should know before they begin, a sentence each. */
export function rulesOf(status: QuizStatus, settings: Settings | null): string[] {
  const limit = settings?.attemptsLimit ?? null;
  return [
    status.passMark > 0 ? t('start.passMark', { percent: status.passMark }) : t('start.anyMark'),
    status.triesLeft !== null && limit !== null
      ? t('start.tries', { count: status.triesLeft, limit: Math.max(limit, status.triesLeft) })
      : t('start.triesAny'),
    status.timeLimitMinutes === null
      ? t('start.noTime')
      : t('start.time', { length: formatMinutes(status.timeLimitMinutes) }),
    t('start.safety'),
    t('start.kept'),
  ];
}
