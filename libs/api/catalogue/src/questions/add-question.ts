import { Audit, changeOf, type Ctx, Invalid, Transactions } from '@lms/api-platform';
import type { Created, SaveQuestionRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { lockBank } from './lock-bank.js';
import { questionFaults } from './question-faults.js';
import { tidyQuestion } from './tidy-question.js';
import { addQuestions } from './write-questions.js';

@Injectable()
export class AddQuestion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, bankId: string, request: SaveQuestionRequest): Promise<Created> {
    const faults = questionFaults(request);
    if (faults.length > 0) throw new Invalid(faults);
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await lockBank(tx, bankId);
      await addQuestions(tx, ctx, bankId, [{ ...tidyQuestion(request), id, key: null, retired: false }]);
      await this.audit.append(tx, ctx, {
        action: 'question.add',
        targetType: 'question bank',
        targetId: bankId,
        detail: { questionId: id },
      });
    });
    return { id };
  }
}
