import { Injectable } from '@nestjs/common';
import { Conflict, type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { CommitResult, DoneRequest } from '@lms/contracts';

type Kept = CommitResult | { changed: true };

/** "I have read this": ends a page or a link by its reader's word. Twice is once. */
@Injectable()
export class KeepPromise {
  constructor(private readonly sql: Sql) {}

  /** NotFound for what is not the person's page or link; Conflict `statement-changed`. */
  async run(ctx: Ctx, attemptId: string, { statement }: DoneRequest): Promise<CommitResult> {
    const row = await this.sql.row<{ answer: Kept | null }>(
      'keep-promise',
      'select keep_promise($1, $2, $3, $4, $5) as answer',
      [attemptId, ctx.actor.personId, statement ?? null, ctx.now, ctx.today],
    );
    if (!row?.answer) throw new NotFound();
    if ('changed' in row.answer) {
      throw new Conflict(
        'statement-changed',
        'What you are asked to confirm is another sentence. Open this again and read it.',
      );
    }
    return row.answer;
  }
}
