import { z } from 'zod';
import { SurveyQuestion } from '../catalogue/activity-settings.js';
import { CalendarDate, Id } from '../shared/common.js';

/** The answer to one question; which form fits is said by the question. A scale goes from 1 to 5. */
export const SurveyAnswer = z.union([
  z.strictObject({ choice: Id }),
  z.strictObject({ choices: z.array(Id).min(1).max(20) }),
  z.strictObject({ scale: z.number().int().min(1).max(5) }),
  z.strictObject({ text: z.string().trim().min(1).max(4000) }),
]);
export type SurveyAnswer = z.infer<typeof SurveyAnswer>;

/** By the question's id. What was left open is not there. */
export const SurveyAnswers = z.record(Id, SurveyAnswer);
export type SurveyAnswers = z.infer<typeof SurveyAnswers>;

export const SendSurveyRequest = z.strictObject({ answers: SurveyAnswers });
export type SendSurveyRequest = z.infer<typeof SendSurveyRequest>;

/** Which answers: of one version by its number, and of days, both included. */
export const SurveyResultsQuery = z.strictObject({
  version: z.coerce.number().int().min(1).optional(),
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
});
export type SurveyResultsQuery = z.infer<typeof SurveyResultsQuery>;

export const SurveyQuestionResult = z.object({
  question: SurveyQuestion,
  /** How many have answered it. */
  answered: z.number().int(),
  /** Of choices and scales: how many gave each, by the choice's id or the number of the scale. */
  counts: z.record(z.string(), z.number().int()),
  /** Of texts: the first hundred, in an order that says nothing. The file has them all. */
  texts: z.array(z.string()),
});
export type SurveyQuestionResult = z.infer<typeof SurveyQuestionResult>;

/** What the answers to a survey come to. */
export const SurveyResults = z
  .object({
    title: z.string(),
    courseTitle: z.string(),
    /** Whether the newest version asks without names. */
    anonymous: z.boolean(),
    /** The versions that were published with this survey, newest first. */
    versions: z.array(z.object({ number: z.number().int(), anonymous: z.boolean() })),
    /** How many sheets of answers the query finds. */
    sheets: z.number().int(),
    /** Anonymous answers that are not shown yet: they come when there are five of them. */
    waiting: z.number().int(),
    questions: z.array(SurveyQuestionResult),
  })
  .meta({ id: 'SurveyResults' });
export type SurveyResults = z.infer<typeof SurveyResults>;
