import { catalogueKeys } from '../../api/keys.js';

/** Where reads of question banks are kept. Any change to a question changes what its bank says of itself. */
export const questionKeys = {
  banks: [...catalogueKeys.all, 'question-banks'] as const,
  bank: (id: string) => [...catalogueKeys.all, 'question-banks', 'bank', id] as const,
  questions: (bankId: string) => [...catalogueKeys.all, 'question-banks', 'questions', bankId] as const,
  question: (id: string) => [...catalogueKeys.all, 'question', id] as const,
};
