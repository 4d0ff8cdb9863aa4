import type { Ids } from '../ids.js';
import type { DemoQuestionBank } from '../types.js';
import { type BankPlan, bodyOf } from './bank-plan.js';
import { incursions } from './incursions.js';

const plans: readonly BankPlan[] = [incursions];

/** The id of a bank by its code; courses name it before it is made. */
export const bankId = (ids: Ids, code: string): string => ids('question bank', code);

export const questionBanksOf = (ids: Ids, authorId: string): DemoQuestionBank[] =>
  plans.map(({ code, title, description, questions }) => ({
    id: bankId(ids, code),
    title,
    description,
    createdById: authorId,
    questions: questions.map(({ key, text, tags, ask, safetyCritical = false, explanation }) => ({
      id: ids('question', code, key),
      revisionId: ids('question revision', code, key, 1),
      key,
      text,
      tags,
      body: bodyOf(ask, (place) => ids('question part', code, key, place)),
      safetyCritical,
      explanation,
    })),
  }));
