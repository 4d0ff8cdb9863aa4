import { outcomeOf, standardOf, type Outcome, type RuntimeElements, type ScormStandard } from './outcome.js';

/** When a SCORM activity counts as done. `atLeast` is 0 to 100. */
export type CompletionRule = (
  | { readonly kind: 'completed' }
  | { readonly kind: 'passed' }
  | { readonly kind: 'completed-or-passed' }
  | { readonly kind: 'score'; readonly atLeast: number }
) & {
  /** Of a package with several lessons: all of them have to fulfil it unless `any` is said. */
  readonly of?: 'all' | 'any' | undefined;
};

/** Whether a package is done, from which of its lessons fulfil the rule. A package without lessons never is. */
export const packageDone = (rule: CompletionRule, lessons: readonly boolean[]): boolean =>
  rule.of === 'any' ? lessons.includes(true) : lessons.length > 0 && !lessons.includes(false);

/**
 * Whether what the content has reported fulfils the rule. With `completed`, `passed` and `score` of `outcomeOf`:
 *
 *     completed             completed
 *     passed                passed is true
 *     completed-or-passed   passed is true, or completed and passed is not false
 *     score                 score >= at_least; without any score, passed is true
 *
 * A failed test is no completion under `completed-or-passed`. In SCORM 1.2 one word says both, so `failed` is not
 * `completed` either: it fulfils nothing, except that a score rule looks at the score alone.
 */
export const satisfied = (rule: CompletionRule, runtime: RuntimeElements): boolean =>
  fulfils(rule, outcomeOf(standardOf(runtime), runtime));

/** The same for an outcome that is known already. */
export const fulfils = (rule: CompletionRule, { completed, passed, score }: Outcome): boolean => {
  switch (rule.kind) {
    case 'completed':
      return completed;
    case 'passed':
      return passed === true;
    case 'completed-or-passed':
      return passed === true || (completed && passed !== false);
    case 'score':
      return score === null ? passed === true : score >= rule.atLeast;
  }
};

/** What a package's manifest says about passing. */
export interface ManifestFacts {
  readonly standard: ScormStandard;
  /** SCORM 1.2 `adlcp:masteryscore`, 0 to 100. */
  readonly masteryScore?: number | null;
  /** SCORM 2004: the primary objective is satisfied by measure. */
  readonly hasMinNormalizedMeasure: boolean;
}

/**
 * The rule that an author starts from. SCORM 1.2 leaves the judgement of a mastery score to the learning platform, so
 * it becomes a score rule; a mastery score of 0 or outside 0 to 100 says nothing. In SCORM 2004 the run-time itself
 * turns a measure into passed or failed. Everything else: completed or passed.
 */
export const defaultRule = (manifest: ManifestFacts): CompletionRule => {
  if (manifest.standard === 'scorm2004') {
    return manifest.hasMinNormalizedMeasure ? { kind: 'passed' } : { kind: 'completed-or-passed' };
  }
  const mastery = manifest.masteryScore ?? 0;
  return mastery > 0 && mastery <= 100 ? { kind: 'score', atLeast: mastery } : { kind: 'completed-or-passed' };
};
