import { type CompletionRule, defaultRule, type ScormStandard } from '@lms/domain';
import type { LaunchableItem } from '../packages/unpacked-package.js';

type Lesson = Pick<LaunchableItem, 'scormType' | 'masteryScore' | 'minNormalizedMeasure'>;

/**
 * The completion rule that an author starts from. A passing score counts only when all lessons of the package agree on
 * it: a lesson without a test would never reach it. Plain pages (`asset`) never report anything and are left out.
 */
export function firstRule(standard: ScormStandard, items: readonly Lesson[]): CompletionRule {
  const lessons = items.filter((item) => item.scormType === 'sco');
  const scores = new Set(lessons.map((lesson) => lesson.masteryScore));
  const [only = null] = scores;
  return defaultRule({
    standard,
    masteryScore: scores.size === 1 ? only : null,
    hasMinNormalizedMeasure: lessons.length > 0 && lessons.every((lesson) => lesson.minNormalizedMeasure !== null),
  });
}
