import { Injectable } from '@nestjs/common';
import { changeOf, type Ctx, Sql, Transactions } from '@lms/api-platform';
import { myPracticalAttempt } from './practical-attempt.js';

/** The learner does not need anybody to look any more. Nothing to take back is fine too. */
@Injectable()
export class WithdrawRequest {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
  ) {}

  async run(ctx: Ctx, attemptId: string): Promise<void> {
    await myPracticalAttempt(this.sql, ctx, attemptId);
    await this.transactions.run(changeOf(ctx), (tx) =>
      tx.query(
        `update practical_request set closed_at = $2, closed_why = 'withdrawn' where attempt_id = $1 and closed_at is null`,
        [attemptId, ctx.now],
      ),
    );
  }
}
