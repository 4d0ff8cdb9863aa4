import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { QuizStatus } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { EndOverdue } from './end-overdue.js';
import { nextFromOf, openRunOf, QUIZ_ATTEMPT, type QuizAttempt, triesLeftOf } from './tries-of.js';

type Row = QuizAttempt & { questions: number };

const STATUS = `
  select s.*, quiz_length(s."activityId", s.settings) as questions from (${QUIZ_ATTEMPT}) s where s."personId" = $2`;

/** What a learner is told before a run: how long it is, how many tries are left and when the next may begin. */
@Injectable()
export class GetStatus {
  constructor(
    private readonly sql: Sql,
    private readonly overdue: EndOverdue,
  ) {}

  async run(ctx: Ctx, attemptId: string): Promise<QuizStatus> {
    const { personId } = ctx.actor;
    const attempt = await this.sql.row<Row>('quiz-status', STATUS, [attemptId, personId]);
    if (!attempt) throw new NotFound();
    const openRun = openRunOf(attempt);
    if (openRun && (await this.overdue.look(openRun, personId, ctx.now)).ended) return this.run(ctx, attemptId);
    const passed = attempt.state === 'done';
    const { settings, runs, questions } = attempt;
    return {
      attemptId,
      questions,
      passMark: settings.passMark,
      timeLimitMinutes: settings.timeLimitMinutes,
      triesLeft: triesLeftOf(attempt),
      nextFrom: passed || openRun ? null : (nextFromOf(attempt, ctx.now)?.toISOString() ?? null),
      serverNow: ctx.now.toISOString(),
      openRun,
      passed,
      runs: runs.map((run) => ({ ...run, score: settings.feedback === 'outcome' ? null : run.score })),
    };
  }
}
