import type { SurveyQuestion, SurveyQuestionBody } from '@lms/contracts';

export type SurveyType = SurveyQuestionBody['type'];
export const SURVEY_TYPES = ['single', 'multiple', 'scale', 'short-text', 'long-text'] as const;

/** A new question: a scale, because most are. */
export const emptyQuestion = (id: string): SurveyQuestion => ({
  id,
  text: '',
  required: true,
  body: { type: 'scale', low: '', high: '' },
});

/** The body in another kind; choices stay while it still has some. */
export function bodyOf(type: SurveyType, before: SurveyQuestionBody): SurveyQuestionBody {
  switch (type) {
    case 'single':
    case 'multiple':
      return { type, choices: 'choices' in before ? before.choices : [] };
    case 'scale':
      return before.type === 'scale' ? before : { type, low: '', high: '' };
    case 'short-text':
    case 'long-text':
      return { type };
  }
}

/** What can be kept: questions and choices that have words. */
export const keptQuestions = (questions: readonly SurveyQuestion[]): SurveyQuestion[] =>
  questions
    .filter(({ text }) => text.trim() !== '')
    .map((question) => ({ ...question, body: keptBody(question.body) }));

const keptBody = (body: SurveyQuestionBody): SurveyQuestionBody =>
  'choices' in body ? { ...body, choices: body.choices.filter(({ text }) => text.trim() !== '') } : body;
