import type { Ctx } from '@lms/api-platform';
import type { QuizRun } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { EndOverdue } from './end-overdue.js';
import { runView } from './run-view.js';

@Injectable()
export class GetRun {
  constructor(private readonly overdue: EndOverdue) {}

  async run(ctx: Ctx, runId: string): Promise<QuizRun> {
    return runView(await this.overdue.look(runId, ctx.actor.personId, ctx.now), ctx.now);
  }
}
