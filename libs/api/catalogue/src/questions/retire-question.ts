import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { Question } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GetQuestion } from './get-question.js';
import { lockQuestion } from './lock-question.js';

/** A retired question stays in the bank with its statistics, and no quiz that is published from now on draws it. */
@Injectable()
export class RetireQuestion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly question: GetQuestion,
  ) {}

  /** `retired` false restores it. Twice is once. */
  async run(ctx: Ctx, id: string, retired: boolean): Promise<Question> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const question = await lockQuestion(tx, id);
      if (question.retired === retired) return;
      await tx.query('update question set retired = $2, version = version + 1, changed_at = $3 where id = $1', [
        id,
        retired,
        ctx.now,
      ]);
      await this.audit.append(tx, ctx, {
        action: retired ? 'question.retire' : 'question.restore',
        targetType: 'question bank',
        targetId: question.bankId,
        detail: { questionId: id },
      });
    });
    return this.question.run(id);
  }
}
