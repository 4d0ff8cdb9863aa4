import { assertUnchanged, Audit, changeOf, type Ctx, Invalid, Transactions } from '@lms/api-platform';
import type { Question, SaveQuestionRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GetQuestion } from './get-question.js';
import { lockQuestion } from './lock-question.js';
import { questionFaults } from './question-faults.js';
import { tidyQuestion } from './tidy-question.js';
import { changeQuestions } from './write-questions.js';

/** Writes what the question asks from now on. Quizzes that are published go on asking what they were published with. */
@Injectable()
export class SaveQuestion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly question: GetQuestion,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, request: SaveQuestionRequest): Promise<Question> {
    const faults = questionFaults(request);
    if (faults.length > 0) throw new Invalid(faults);
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { bankId, key, retired, version, revision } = await lockQuestion(tx, id);
      assertUnchanged(seen, version);
      await changeQuestions(tx, ctx, [{ ...tidyQuestion(request), id, key, retired, revision: revision + 1 }]);
      await this.audit.append(tx, ctx, {
        action: 'question.save',
        targetType: 'question bank',
        targetId: bankId,
        detail: { questionId: id, revision: revision + 1 },
      });
    });
    return this.question.run(id);
  }
}
