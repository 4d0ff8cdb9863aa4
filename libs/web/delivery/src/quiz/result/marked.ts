import type { AskedQuestion, QuestionFeedback } from '@lms/contracts';

/** A question with what is told of it after handing in. */
export interface Marked {
  question: AskedQuestion;
  /** From 1. */
  place: number;
  feedback: QuestionFeedback;
}
