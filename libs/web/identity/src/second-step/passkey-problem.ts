import { ApiProblem, problemText, type TextFunctions, type Texts } from '@lms/web-platform';
import type { secondStepTexts } from '../texts/second-step.js';

type Tree = typeof secondStepTexts extends Texts<infer T> ? T : never;

/** What the API says; what the device says is for its maker, so that it did not finish is all that is told. */
export const passkeyProblem = (error: unknown, t: TextFunctions<Tree>['t']): string =>
  error instanceof ApiProblem ? problemText(error) : t('passkey.refused');
