import { ApiProblem, fieldProblem, problemText, type TextFunctions, type Texts } from '@lms/web-platform';
import { signInProblem } from '../components/sign-in-problem.js';
import type { identityTexts } from '../texts.js';

type Tree = typeof identityTexts extends Texts<infer T> ? T : never;

/** What is wrong with a code, beside its field. */
export function codeProblem(error: unknown, t: TextFunctions<Tree>['t']): string | null {
  if (!error) return null;
  if (error instanceof ApiProblem && error.code === 'too-many-attempts') return signInProblem(error, t);
  return fieldProblem(error, 'code') ?? problemText(error);
}
