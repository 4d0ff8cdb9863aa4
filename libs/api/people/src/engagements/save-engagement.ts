import { assertUnchanged, Audit, changeOf, type Ctx, Invalid, NotFound, Outbox, Transactions } from '@lms/api-platform';
import type { Engagement, SaveEngagementRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { keepAnAdministratorEngaged } from '../grants/keep-an-administrator.js';
import { assertInScope } from '../shared/assert-in-scope.js';
import { changedFields } from '../shared/changed-fields.js';
import { explainEmployeeNumber } from './employee-number.js';
import { columnsOf, engagementProblems } from './engagement-rules.js';
import { EngagementEntity } from './engagement.entity.js';
import { GetEngagement } from './get-engagement.js';

@Injectable()
export class SaveEngagement {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly engagement: GetEngagement,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, request: SaveEngagementRequest): Promise<Engagement> {
    await this.transactions
      .run(changeOf(ctx), async (tx) => {
        const before = await tx.findOne(EngagementEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (!before) throw new NotFound();
        const { personId } = before;
        await assertInScope(tx, ctx, personId);
        assertUnchanged(seen, before.version);
        const problems = await engagementProblems(tx, ctx, { personId, request, before });
        if (problems.length > 0) throw new Invalid(problems);
        const columns = columnsOf(request);
        await tx.update(EngagementEntity, { id }, { ...columns, version: before.version + 1 });
        if (request.endsOn && request.endsOn < (before.endsOn ?? '9999'))
          await keepAnAdministratorEngaged(tx, [personId], ctx.today);
        await this.audit.append(tx, ctx, {
          action: 'engagement.save',
          targetType: 'engagement',
          targetId: id,
          detail: { personId, changed: changedFields<SaveEngagementRequest>(before, columns) },
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
    return this.engagement.run(id);
  }
}
