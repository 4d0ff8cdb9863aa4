import { Audit, changeOf, type Ctx, Invalid, Outbox, Transactions } from '@lms/api-platform';
import type { Created, SaveEngagementRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { assertInScope } from '../shared/assert-in-scope.js';
import { explainEmployeeNumber } from './employee-number.js';
import { columnsOf, engagementProblems } from './engagement-rules.js';
import { EngagementEntity } from './engagement.entity.js';

@Injectable()
export class AddEngagement {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async run(ctx: Ctx, personId: string, request: SaveEngagementRequest): Promise<Created> {
    const id = uuid();
    await this.transactions
      .run(changeOf(ctx), async (tx) => {
        await assertInScope(tx, ctx, personId);
        const problems = await engagementProblems(tx, ctx, { personId, request, before: null });
        if (problems.length > 0) throw new Invalid(problems);
        await tx.insert(EngagementEntity, { id, personId, ...columnsOf(request), createdAt: ctx.now });
        await this.audit.append(tx, ctx, {
          action: 'engagement.add',
          targetType: 'engagement',
          targetId: id,
          detail: { personId, organisationId: request.organisationId },
        });
        await this.outbox.append(tx, ctx.now, {
          type: 'engagement.saved',
          personId,
          payload: { engagementId: id, personId },
        });
      })
      .catch((error: unknown) => {
        throw explainEmployeeNumber(error);
      });
    return { id };
  }
}
