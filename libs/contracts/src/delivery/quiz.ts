import { z } from 'zod';
import { Id, Instant, shortText } from '../shared/common.js';
import { CommitResult } from './player.js';

/** An answer, by the question's type. Null is no answer yet. */
export const QuizAnswer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('single'), choiceId: Id }),
  z.strictObject({ type: z.literal('multiple'), choiceIds: z.array(Id).max(12) }),
  z.strictObject({ type: z.literal('true-false'), value: z.boolean() }),
  /** Left id → id of the right side as it was offered. */
  z.strictObject({ type: z.literal('matching'), pairs: z.record(Id, Id) }),
  z.strictObject({ type: z.literal('ordering'), itemIds: z.array(Id).max(12) }),
  /** As typed; read with a point or a comma. */
  z.strictObject({ type: z.literal('numeric'), value: z.string().trim().max(40) }),
  z.strictObject({ type: z.literal('short-text'), value: z.string().trim().max(200) }),
]);
export type QuizAnswer = z.infer<typeof QuizAnswer>;

const Text = z.object({ id: Id, text: z.string() });

/** A question without what is right. Right sides of a matching question carry ids of their own, made for this run. */
export const AskedQuestion = z.object({
  /** Of the question within this run. */
  id: Id,
  text: z.string(),
  safetyCritical: z.boolean(),
  body: z.discriminatedUnion('type', [
    z.object({ type: z.literal('single'), choices: z.array(Text) }),
    z.object({ type: z.literal('multiple'), choices: z.array(Text) }),
    z.object({ type: z.literal('true-false') }),
    z.object({ type: z.literal('matching'), lefts: z.array(Text), rights: z.array(Text) }),
    z.object({ type: z.literal('ordering'), items: z.array(Text) }),
    z.object({ type: z.literal('numeric'), unit: z.string() }),
    z.object({ type: z.literal('short-text') }),
  ]),
  answer: QuizAnswer.nullable(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** What is told of one question after handing in; `answer` only when the quiz shows answers. */
export const QuestionFeedback = z.object({
  questionId: Id,
  right: z.boolean(),
  solution: QuizAnswer.nullable(),
  /** The right answer in words, lines for matching and ordering. */
  solutionText: z.string().nullable(),
  explanation: z.string().nullable(),
});
export type QuestionFeedback = z.infer<typeof QuestionFeedback>;

/** One try. While it is open the questions are asked; afterwards what the quiz lets learners see. */
export const QuizRun = z
  .object({
    id: Id,
    attemptId: Id,
    number: z.number().int(),
    state: z.enum(['open', 'handed-in']),
    startedAt: Instant,
    /** The server's clock now, so that a device with a wrong clock counts down rightly. */
    serverNow: Instant,
    /** Answers that arrive later do not count; null without a limit. */
    endsAt: Instant.nullable(),
    /** Grows with each saved set of answers; an older window's save is refused with 409 `changed-meanwhile`. */
    version: z.number().int(),
    questions: z.array(AskedQuestion),
    result: z
      .object({
        handedInAt: Instant,
        /** The time ran out: what had been saved by then counts. */
        outOfTime: z.boolean(),
        passed: z.boolean(),
        /** 0 to 100; null when only the outcome is shown. */
        score: z.number().nullable(),
        /** A safety-critical question was wrong. */
        failedSafety: z.boolean(),
        feedback: z.array(QuestionFeedback).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'QuizRun' });
export type QuizRun = z.infer<typeof QuizRun>;

/** Before a run: how many tries are left and when the next may begin. */
export const QuizStatus = z
  .object({
    attemptId: Id,
    questions: z.number().int(),
    passMark: z.number().int(),
    timeLimitMinutes: z.number().int().nullable(),
    triesLeft: z.number().int().nullable(),
    nextFrom: Instant.nullable(),
    serverNow: Instant,
    openRun: Id.nullable(),
    passed: z.boolean(),
    runs: z.array(
      z.object({
        id: Id,
        number: z.number().int(),
        handedInAt: Instant.nullable(),
        passed: z.boolean().nullable(),
        score: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'QuizStatus' });
export type QuizStatus = z.infer<typeof QuizStatus>;

/** Changed answers only; `version` is the run's as last seen. */
export const SaveAnswersRequest = z.strictObject({
  version: z.number().int().min(0),
  answers: z.array(z.strictObject({ questionId: Id, answer: QuizAnswer.nullable() })).max(200),
});
export type SaveAnswersRequest = z.infer<typeof SaveAnswersRequest>;
export const SavedAnswers = z.object({ version: z.number().int(), savedAt: Instant }).meta({ id: 'SavedAnswers' });
export type SavedAnswers = z.infer<typeof SavedAnswers>;

/** The last answers go along, so that nothing is lost between saving and handing in. */
export const HandInRequest = SaveAnswersRequest;
export type HandInRequest = z.infer<typeof HandInRequest>;
export const HandedIn = z.object({ run: QuizRun, result: CommitResult }).meta({ id: 'HandedIn' });
export type HandedIn = z.infer<typeof HandedIn>;

/** More tries for one person whose tries are used up, on top of the limit. */
export const MoreTriesRequest = z.strictObject({ tries: z.number().int().min(1).max(20), reason: shortText(500) });
export type MoreTriesRequest = z.infer<typeof MoreTriesRequest>;
export const MoreTriesResult = z.object({ triesLeft: z.number().int() }).meta({ id: 'MoreTriesResult' });
export type MoreTriesResult = z.infer<typeof MoreTriesResult>;

/** The quizzes that somebody has begun, the one that moved last first: how they stand, and who may be given more tries. */
export const PersonQuizzes = z
  .object({
    personId: Id,
    name: z.string(),
    items: z.array(
      z.object({
        attemptId: Id,
        courseId: Id,
        courseTitle: z.string(),
        title: z.string(),
        passed: z.boolean(),
        /** A run is under way. */
        running: z.boolean(),
        tries: z.number().int(),
        /** Null without a limit. */
        triesLeft: z.number().int().nullable(),
        /** The best of all runs, 0 to 100. */
        best: z.number().nullable(),
        updatedAt: Instant,
        /** More tries that were given, the newest first. */
        given: z.array(z.object({ tries: z.number().int(), reason: z.string(), byName: z.string(), at: Instant })),
      }),
    ),
  })
  .meta({ id: 'PersonQuizzes' });
export type PersonQuizzes = z.infer<typeof PersonQuizzes>;
