import type { SurveyAnswer, SurveyAnswers, SurveyQuestion } from '@lms/contracts';

/** Answers as they stand in the form: a text may be empty for a while. */
export type SurveyDraft = Readonly<Record<string, SurveyAnswer>>;

/** The draft with one answer given, or taken away. */
export function answered(draft: SurveyDraft, questionId: string, answer: SurveyAnswer | null): SurveyDraft {
  const { [questionId]: _, ...others } = draft;
  return answer === null ? others : { ...others, [questionId]: answer };
}

/** What is sent: trimmed, without empty texts and without answers to what is not asked any more. */
export function answersOf(draft: SurveyDraft, questions: readonly SurveyQuestion[]): SurveyAnswers {
  const asked = new Set(questions.map(({ id }) => id));
  const given = Object.entries(draft)
    .map(([id, answer]): [string, SurveyAnswer] => [id, 'text' in answer ? { text: answer.text.trim() } : answer])
    .filter(([id, answer]) => asked.has(id) && !('text' in answer && answer.text === ''));
  return Object.fromEntries(given);
}
