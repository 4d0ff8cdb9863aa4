import { isRight } from './mark-answer.js';
import { isBlank, type QuestionBody, type QuizAnswer } from './question.js';

/** One question of a run with its answer in the question's own ids; null for none. */
export interface AnsweredQuestion {
  readonly body: QuestionBody;
  readonly safetyCritical: boolean;
  readonly answer: QuizAnswer | null;
}

export interface QuizOutcome {
  /** In the order asked. */
  marks: boolean[];
  /** Per cent right, 0 to 100, to two decimal places. */
  score: number;
  /** The pass mark is reached and no safety-critical question was wrong. */
  passed: boolean;
  failedSafety: boolean;
}

/** What a run is worth. No answer is a wrong answer. `passMark` in per cent; a quiz without questions is not passed. */
export const scoreQuiz = (questions: readonly AnsweredQuestion[], passMark: number): QuizOutcome => {
  const marks = questions.map(({ body, answer }) => !isBlank(answer) && isRight(body, answer));
  const rights = marks.filter(Boolean).length;
  const total = marks.length;
  const failedSafety = questions.some(({ safetyCritical }, index) => safetyCritical && marks[index] !== true);
  return {
    marks,
    score: total === 0 ? 0 : Math.round((rights * 10_000) / total) / 100,
    // Compared as whole numbers: two thirds are not rounded up to a pass.
    passed: total > 0 && rights * 100 >= passMark * total && !failedSafety,
    failedSafety,
  };
};

/** The share of the other questions that were right, for item statistics; null without others. */
export const restOf = (marks: readonly boolean[], index: number): number | null => {
  const others = marks.filter((_, at) => at !== index);
  return others.length === 0 ? null : others.filter(Boolean).length / others.length;
};
