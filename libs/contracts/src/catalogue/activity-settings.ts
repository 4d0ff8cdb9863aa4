import { z } from 'zod';
import { Id, shortText } from '../shared/common.js';

/** A web address that a browser may be sent to. */
export const WebAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((url) => !/^https?:\/\/[^/?#]*@/i.test(url), 'An address with a name or password in it is not accepted.');

/** Rich text, sanitised when it is stored and again when it is shown. Pictures and files are named by `data-file`. */
export const PageSettings = z.strictObject({ kind: z.literal('page'), html: z.string().max(400_000) });
export type PageSettings = z.infer<typeof PageSettings>;

export const LinkSettings = z.strictObject({
  kind: z.literal('link'),
  /** Empty in a draft only. */
  url: z.union([z.literal(''), WebAddress]),
  /** What the learner says by "done": "I have read the guidance". */
  statement: shortText(300),
});
export type LinkSettings = z.infer<typeof LinkSettings>;

/** Questions of one bank, all of a tag or all of it; `count` draws that many at random, null takes all. */
export const QuizSection = z.strictObject({
  bankId: Id,
  tag: shortText(40).nullable(),
  count: z.number().int().min(1).max(200).nullable(),
});
export type QuizSection = z.infer<typeof QuizSection>;

/** What a learner sees after handing in: nothing but passed or not, the score, which were right, or the answers too. */
export const QuizFeedback = z.enum(['outcome', 'score', 'marks', 'answers']);
export type QuizFeedback = z.infer<typeof QuizFeedback>;

export const QuizSettings = z.strictObject({
  kind: z.literal('quiz'),
  instructions: z.string().trim().max(4000),
  sections: z.array(QuizSection).max(30),
  shuffleQuestions: z.boolean(),
  shuffleChoices: z.boolean(),
  /** Per cent, 0 to 100. */
  passMark: z.number().int().min(0).max(100),
  /** Null: as often as they like. */
  attemptsLimit: z.number().int().min(1).max(100).nullable(),
  /** Between handing in and the next try. */
  coolDownMinutes: z.number().int().min(0).max(43_200),
  /** Null: no limit. The server's clock decides. */
  timeLimitMinutes: z.number().int().min(1).max(1440).nullable(),
  feedback: QuizFeedback,
});
export type QuizSettings = z.infer<typeof QuizSettings>;

export const PracticalItem = z.strictObject({
  id: Id,
  text: shortText(400),
  /** Failing this one fails the whole. */
  critical: z.boolean(),
});
export type PracticalItem = z.infer<typeof PracticalItem>;

export const PracticalSettings = z.strictObject({
  kind: z.literal('practical'),
  instructions: z.string().trim().max(4000),
  items: z.array(PracticalItem).max(60),
  /** Who may sign; never the learner. */
  assessors: z.strictObject({
    trainers: z.boolean(),
    lineManagers: z.boolean(),
    personIds: z.array(Id).max(20),
  }),
  photos: z.boolean(),
});
export type PracticalSettings = z.infer<typeof PracticalSettings>;

export const EvidenceSettings = z.strictObject({
  kind: z.literal('evidence'),
  instructions: z.string().trim().max(4000),
  /** Offered to choose from; an empty list lets people type any. */
  issuers: z.array(shortText(120)).max(50),
  numberNeeded: z.boolean(),
  expiry: z.enum(['needed', 'optional', 'none']),
  fileNeeded: z.boolean(),
});
export type EvidenceSettings = z.infer<typeof EvidenceSettings>;

const SurveyChoice = z.strictObject({ id: Id, text: shortText(200) });

/** How a question of a survey is answered. A scale goes from 1 to 5; its ends have words. */
export const SurveyQuestionBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('single'), choices: z.array(SurveyChoice).max(20) }),
  z.strictObject({ type: z.literal('multiple'), choices: z.array(SurveyChoice).max(20) }),
  z.strictObject({ type: z.literal('scale'), low: z.string().trim().max(60), high: z.string().trim().max(60) }),
  z.strictObject({ type: z.literal('short-text') }),
  z.strictObject({ type: z.literal('long-text') }),
]);
export type SurveyQuestionBody = z.infer<typeof SurveyQuestionBody>;

export const SurveyQuestion = z.strictObject({
  id: Id,
  text: shortText(400),
  required: z.boolean(),
  body: SurveyQuestionBody,
});
export type SurveyQuestion = z.infer<typeof SurveyQuestion>;

export const SurveySettings = z.strictObject({
  kind: z.literal('survey'),
  instructions: z.string().trim().max(4000),
  /** Answers are kept without anything that leads to whoever gave them. */
  anonymous: z.boolean(),
  questions: z.array(SurveyQuestion).max(50),
});
export type SurveySettings = z.infer<typeof SurveySettings>;

/** What the kinds without an uploaded file are made of. */
export const ActivitySettings = z.discriminatedUnion('kind', [
  PageSettings,
  LinkSettings,
  QuizSettings,
  PracticalSettings,
  EvidenceSettings,
  SurveySettings,
]);
export type ActivitySettings = z.infer<typeof ActivitySettings>;

/** What a learner is told before they begin: the same, without what only authors and assessors need. */
export const LearnerSettings = z.discriminatedUnion('kind', [
  PageSettings,
  LinkSettings,
  QuizSettings.omit({ sections: true, shuffleQuestions: true, shuffleChoices: true }),
  PracticalSettings.omit({ assessors: true }),
  EvidenceSettings,
  SurveySettings,
]);
export type LearnerSettings = z.infer<typeof LearnerSettings>;
