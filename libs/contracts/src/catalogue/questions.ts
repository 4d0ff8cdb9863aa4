import { z } from 'zod';
import { Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';

/** One answer to choose from. The id is the question's own and stays when the text is edited. */
const Choice = z.strictObject({ id: Id, text: shortText(500), right: z.boolean() });
const Pair = z.strictObject({ id: Id, left: shortText(300), right: shortText(300) });
const Item = z.strictObject({ id: Id, text: shortText(300) });

/** What is asked and what is right, by type. */
export const QuestionBody = z.discriminatedUnion('type', [
  /** Exactly one right choice. */
  z.strictObject({ type: z.literal('single'), choices: z.array(Choice).min(2).max(12) }),
  /** At least one right choice; all of them and no other earn the mark. */
  z.strictObject({ type: z.literal('multiple'), choices: z.array(Choice).min(2).max(12) }),
  z.strictObject({ type: z.literal('true-false'), right: z.boolean() }),
  z.strictObject({ type: z.literal('matching'), pairs: z.array(Pair).min(2).max(12) }),
  /** In the right order. */
  z.strictObject({ type: z.literal('ordering'), items: z.array(Item).min(2).max(12) }),
  /** Right when |answer − value| ≤ tolerance. */
  z.strictObject({
    type: z.literal('numeric'),
    value: z.number(),
    tolerance: z.number().min(0),
    unit: z.string().trim().max(20),
  }),
  /** Right when it equals one of these, without regard to case, spaces at the ends and doubled spaces. */
  z.strictObject({ type: z.literal('short-text'), accepted: z.array(shortText(200)).min(1).max(20) }),
]);
export type QuestionBody = z.infer<typeof QuestionBody>;
export const QUESTION_TYPES = [
  'single',
  'multiple',
  'true-false',
  'matching',
  'ordering',
  'numeric',
  'short-text',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

export const SaveQuestionRequest = z.strictObject({
  text: shortText(2000),
  body: QuestionBody,
  tags: z.array(shortText(40)).max(10).default([]),
  /** One wrong fails the quiz. */
  safetyCritical: z.boolean().default(false),
  /** Shown with the answers when the quiz shows them. */
  explanation: z.string().trim().max(2000).default(''),
});
export type SaveQuestionRequest = z.infer<typeof SaveQuestionRequest>;

/** Of answers handed in; null until somebody answered. */
export const ItemStatistics = z.object({
  answered: z.number().int(),
  /** Per cent right, 0 to 100. */
  rightPercent: z.number().nullable(),
  /** Point-biserial correlation with the rest of the score, −1 to 1; null without variation or below 10 answers. */
  discrimination: z.number().nullable(),
});

export const Question = SaveQuestionRequest.extend({
  id: Id,
  bankId: Id,
  version: z.number().int(),
  retired: z.boolean(),
  changedAt: Instant,
  statistics: ItemStatistics,
}).meta({ id: 'Question' });
export type Question = z.infer<typeof Question>;
export const QuestionPage = pageOf(Question).meta({ id: 'QuestionPage' });
export type QuestionPage = z.infer<typeof QuestionPage>;
export const QuestionQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  tag: z.string().trim().max(40).optional(),
  type: z.enum(QUESTION_TYPES).optional(),
  retired: z.enum(['yes', 'no']).optional(),
});

export const SaveBankRequest = z.strictObject({
  title: shortText(120),
  description: z.string().trim().max(2000).default(''),
});
export type SaveBankRequest = z.infer<typeof SaveBankRequest>;

export const QuestionBank = SaveBankRequest.extend({
  id: Id,
  version: z.number().int(),
  questions: z.number().int(),
  safetyCritical: z.number().int(),
  tags: z.array(z.object({ tag: z.string(), questions: z.number().int() })),
  /** Courses whose draft or published quiz draws from it. */
  usedBy: z.array(z.object({ courseId: Id, title: z.string() })),
}).meta({ id: 'QuestionBank' });
export type QuestionBank = z.infer<typeof QuestionBank>;
export const QuestionBankPage = pageOf(QuestionBank).meta({ id: 'QuestionBankPage' });
export type QuestionBankPage = z.infer<typeof QuestionBankPage>;
export const BankQuery = PageQuery.extend({ q: z.string().trim().max(100).optional() });

/**
 * What an imported file holds: rows are counted from 2, the first is the heading. Nothing is written when dry, and
 * nothing while there is an error: then `added` and `changed` say what would be.
 */
export const QuestionImportResult = z
  .object({
    dryRun: z.boolean(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    errors: z.array(z.object({ row: z.number().int(), column: z.string(), message: z.string() })).max(1000),
  })
  .meta({ id: 'QuestionImportResult' });
export type QuestionImportResult = z.infer<typeof QuestionImportResult>;
export const QuestionImportQuery = z.strictObject({ dryRun: z.enum(['yes', 'no']).default('yes') });
