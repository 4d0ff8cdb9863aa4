import { type Ctx, Sql } from '@lms/api-platform';
import type { SaveAnswersRequest, SavedAnswers } from '@lms/contracts';
import { afterSave } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { answerChanges } from './answer-changes.js';
import { EndOverdue } from './end-overdue.js';
import { changedMeanwhile, handedInAlready, outOfTime } from './quiz-problems.js';

const SAVE = `
  update quiz_run set answers = $3, version = $4, change_from = $5, last_change = $6, saved_at = $7
  where id = $1 and version = $2 and handed_in_at is null
  returning version`;

/** Keeps answers while the run goes on. What another window has saved meanwhile is not overwritten. */
@Injectable()
export class SaveAnswers {
  constructor(
    private readonly sql: Sql,
    private readonly overdue: EndOverdue,
  ) {}

  async run(ctx: Ctx, runId: string, request: SaveAnswersRequest): Promise<SavedAnswers> {
    const run = await this.overdue.look(runId, ctx.actor.personId, ctx.now);
    if (run.ended) throw run.ended.outOfTime ? outOfTime() : handedInAlready();
    const next = afterSave(run, request.version, answerChanges(run, request));
    if (!next) throw changedMeanwhile();
    const saved = await this.sql.row<{ version: number }>('save-quiz-answers', SAVE, [
      runId,
      run.version,
      JSON.stringify(next.answers),
      next.version,
      next.changeFrom,
      JSON.stringify(next.lastChange),
      ctx.now,
    ]);
    // Somebody was quicker between the two statements; what they did is seen when this is asked again.
    return saved ? { version: saved.version, savedAt: ctx.now.toISOString() } : this.run(ctx, runId, request);
  }
}
