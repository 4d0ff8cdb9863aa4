import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { Created, SaveBankRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';

@Injectable()
export class CreateBank {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, { title, description }: SaveBankRequest): Promise<Created> {
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await tx.query(
        'insert into question_bank (id, title, description, created_by, created_at) values ($1, $2, $3, $4, $5)',
        [id, title, description, ctx.actor.personId, ctx.now],
      );
      await this.audit.append(tx, ctx, {
        action: 'question-bank.create',
        targetType: 'question bank',
        targetId: id,
        detail: { title },
      });
    });
    return { id };
  }
}
