import { z } from 'zod';
import { CompletionRule } from '../catalogue/courses.js';
import { Id } from '../shared/common.js';
import { Launch, OpenedActivity } from './player.js';
import { QuizAnswer, QuizRun } from './quiz.js';

/**
 * An activity opened to be looked at. The ids in it stand for nothing that is kept, and the commit token fits no launch.
 */
export const PreviewedActivity = z
  .object({
    opened: OpenedActivity,
    launch: Launch,
    /** Of a package: when it would count as done. */
    completionRule: CompletionRule.nullable(),
    /** Of a practical: who may sign. Whose line manager that is depends on the learner. */
    signers: z.object({ trainers: z.boolean(), lineManagers: z.boolean(), named: z.array(z.string()) }).nullable(),
  })
  .meta({ id: 'PreviewedActivity' });
export type PreviewedActivity = z.infer<typeof PreviewedActivity>;

/** Null as the seed begins a try. The seed of one that was begun hands it in: nothing of it was kept, so all answers come. */
export const PreviewQuizRequest = z.strictObject({
  seed: z.string().min(8).max(64).nullable().default(null),
  answers: z
    .array(z.strictObject({ questionId: Id, answer: QuizAnswer.nullable() }))
    .max(200)
    .default([]),
});
export type PreviewQuizRequest = z.infer<typeof PreviewQuizRequest>;
export const PreviewedQuiz = z.object({ seed: z.string(), run: QuizRun }).meta({ id: 'PreviewedQuiz' });
export type PreviewedQuiz = z.infer<typeof PreviewedQuiz>;
