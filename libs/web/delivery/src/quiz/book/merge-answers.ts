import type { QuizAnswer, QuizRun } from '@lms/contracts';
import type { KeptAnswer } from './kept-answers.js';
import { answerKey, sameAnswer } from './same-answer.js';

export interface Merged {
  /** What is shown: what waits on this device where it is newer, otherwise what the server holds. */
  answers: Record<string, QuizAnswer | null>;
  /** What still has to be saved. */
  waiting: Map<string, KeptAnswer>;
  /** What waited but was saved already, or was answered anew somewhere else. */
  settled: string[];
}

/** Puts what this device still holds over what the server holds; where both changed, the server's is the newer one. */
export function mergeAnswers(run: Pick<QuizRun, 'questions'>, kept: ReadonlyMap<string, KeptAnswer>): Merged {
  const merged: Merged = { answers: {}, waiting: new Map(), settled: [] };
  for (const question of run.questions) {
    const mine = kept.get(question.id);
    merged.answers[question.id] = question.answer;
    if (!mine) continue;
    if (sameAnswer(mine.answer, question.answer) || !mine.known.includes(answerKey(question.answer))) {
      merged.settled.push(question.id);
      continue;
    }
    merged.answers[question.id] = mine.answer;
    merged.waiting.set(question.id, mine);
  }
  return merged;
}
