import { ApiProblem, isProblem, problemText, type TextFunctions, type Texts } from '@lms/web-platform';
import type { identityTexts } from '../texts.js';

type Tree = typeof identityTexts extends Texts<infer T> ? T : never;

/** Why the sign-in did not work, as a sentence. */
export function signInProblem(error: unknown, t: TextFunctions<Tree>['t']): string {
  if (isProblem(error, 'sign-in-failed')) return t('signIn.failed');
  if (isProblem(error, 'card-expired')) return t('signIn.cardExpired');
  if (error instanceof ApiProblem && error.code === 'too-many-attempts') {
    const seconds = error.retryAfter ?? 60;
    const wait =
      seconds < 100
        ? t('signIn.waitSeconds', { count: seconds })
        : t('signIn.waitMinutes', { count: Math.ceil(seconds / 60) });
    return t('signIn.tooMany', { wait });
  }
  return problemText(error);
}
