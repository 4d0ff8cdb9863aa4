import { Injectable } from '@nestjs/common';
import { Conflict, type Ctx, Sql } from '@lms/api-platform';
import type { AcknowledgeRequest, CommitResult } from '@lms/contracts';

/** "I have read this": by whom, and of exactly which bytes. */
@Injectable()
export class Acknowledge {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, attemptId: string, request: AcknowledgeRequest): Promise<CommitResult> {
    const row = await this.sql.row<{ answer: (CommitResult & { differs: number[] }) | null }>(
      'acknowledge',
      'select acknowledge_document($1, $2, $3, $4, $5, $6) as answer',
      [attemptId, ctx.actor.personId, request.sha256, request.name, ctx.now, ctx.today],
    );
    if (!row?.answer) {
      throw new Conflict(
        'document-changed',
        'This is not the document that you were given. Open it again, then acknowledge it.',
      );
    }
    const { differs: _, ...result } = row.answer;
    return result;
  }
}
