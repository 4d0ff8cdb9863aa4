import { Injectable } from '@nestjs/common';
import { Audit, changeOf, Conflict, type Ctx, Sql, Transactions } from '@lms/api-platform';
import type { AskSignOffRequest } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { myPracticalAttempt } from './practical-attempt.js';

/** "Please look at this": from now on whoever may sign sees it in their list. Asking again changes the note. */
@Injectable()
export class AskSignOff {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, attemptId: string, { note }: AskSignOffRequest): Promise<void> {
    const attempt = await myPracticalAttempt(this.sql, ctx, attemptId);
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const rows: { state: string }[] = await tx.query('select state from attempt where id = $1 for update', [
        attemptId,
      ]);
      if (rows[0]?.state !== 'open') throw new Conflict('already-signed', 'This is signed already.');
      await tx.query(
        `insert into practical_request (id, attempt_id, person_id, note, asked_at) values ($1, $2, $3, $4, $5)
         on conflict (attempt_id) where closed_at is null do update set note = excluded.note`,
        [uuid(), attemptId, ctx.actor.personId, note, ctx.now],
      );
      await this.audit.append(tx, ctx, {
        action: 'practical.ask',
        targetType: 'activity',
        targetId: attempt.activityId,
      });
    });
  }
}
