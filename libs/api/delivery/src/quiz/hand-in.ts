import type { Ctx } from '@lms/api-platform';
import type { HandedIn, HandInRequest, QuizAnswer } from '@lms/contracts';
import { afterSave } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { answerChanges } from './answer-changes.js';
import { EndOverdue } from './end-overdue.js';
import { EndRun } from './end-run.js';
import { changedMeanwhile } from './quiz-problems.js';
import type { RunRow } from './run-row.js';
import { runView } from './run-view.js';

/** Takes the last answers and ends the run. The same again answers the same; after the time ran out, what was saved counts. */
@Injectable()
export class HandIn {
  constructor(
    private readonly overdue: EndOverdue,
    private readonly endRun: EndRun,
  ) {}

  async run(ctx: Ctx, runId: string, request: HandInRequest): Promise<HandedIn> {
    const run = await this.overdue.look(runId, ctx.actor.personId, ctx.now);
    const ended = run.ended ? run : await this.endRun.now(run, lastAnswers(run, request), ctx.now);
    // Null: saved or handed in by somebody else between the two statements.
    if (!ended?.ended) return this.run(ctx, runId, request);
    return { run: runView(ended, ctx.now), result: ended.ended.result };
  }
}

function lastAnswers(run: RunRow, request: HandInRequest): Record<string, QuizAnswer> {
  const next = afterSave(run, request.version, answerChanges(run, request));
  if (!next) throw changedMeanwhile();
  return { ...next.answers };
}
