import { assertUnchanged, Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { QuestionBank, SaveBankRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GetBank } from './get-bank.js';
import { lockBank } from './lock-bank.js';

/** The bank's own words; its questions are saved one by one. */
@Injectable()
export class SaveBank {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly bank: GetBank,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, after: SaveBankRequest): Promise<QuestionBank> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { version, ...before } = await lockBank(tx, id);
      assertUnchanged(seen, version);
      await tx.query('update question_bank set title = $2, description = $3, version = version + 1 where id = $1', [
        id,
        after.title,
        after.description,
      ]);
      await this.audit.append(tx, ctx, {
        action: 'question-bank.save',
        targetType: 'question bank',
        targetId: id,
        detail: { before, after },
      });
    });
    return this.bank.run(id);
  }
}
