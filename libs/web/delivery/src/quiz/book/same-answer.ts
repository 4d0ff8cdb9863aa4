import type { QuizAnswer } from '@lms/contracts';

/** What an answer says as one text, the same whoever wrote it down: in one order, without the spaces around. */
export function answerKey(answer: QuizAnswer | null): string {
  switch (answer?.type) {
    case undefined:
      return 'null';
    case 'matching':
      return JSON.stringify([answer.type, Object.entries(answer.pairs).sort(([a], [b]) => (a < b ? -1 : 1))]);
    case 'multiple':
      return JSON.stringify([answer.type, [...answer.choiceIds].sort()]);
    case 'single':
      return JSON.stringify([answer.type, answer.choiceId]);
    case 'ordering':
      return JSON.stringify([answer.type, answer.itemIds]);
    case 'true-false':
      return JSON.stringify([answer.type, answer.value]);
    case 'numeric':
    case 'short-text':
      return JSON.stringify([answer.type, answer.value.trim()]);
  }
}

export const sameAnswer = (a: QuizAnswer | null, b: QuizAnswer | null): boolean => answerKey(a) === answerKey(b);
