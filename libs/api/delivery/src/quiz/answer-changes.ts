import { Invalid } from '@lms/api-platform';
import type { QuizAnswer, SaveAnswersRequest } from '@lms/contracts';
import { answerFits } from '@lms/domain';
import { revisionOf, type RunRow } from './run-row.js';

/** What a request changes, by question. Invalid for a question or an answer that this run does not have. */
export function answerChanges(run: RunRow, { answers }: SaveAnswersRequest): Record<string, QuizAnswer | null> {
  const asked = new Map(run.drawn.map((drawn) => [drawn.id, drawn]));
  const wrong = answers.flatMap(({ questionId, answer }, index) => {
    const drawn = asked.get(questionId);
    if (!drawn) return [{ path: `answers.${index}.questionId`, message: 'This question is not asked here.' }];
    if (answer === null || answerFits(revisionOf(run, drawn).body, drawn, answer)) return [];
    return [{ path: `answers.${index}.answer`, message: 'This answer does not belong to the question.' }];
  });
  if (wrong.length > 0) throw new Invalid(wrong);
  return Object.fromEntries(answers.map(({ questionId, answer }) => [questionId, answer]));
}
