import { Audit, changeOf, Conflict, type Ctx, Invalid, NotFound, Outbox, Transactions } from '@lms/api-platform';
import type { EndGrantRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { assertInScope } from '../shared/assert-in-scope.js';
import { endProblems } from './grant-rules.js';
import { keepAnAdministrator } from './keep-an-administrator.js';
import { keepOwnLast } from './keep-own-last.js';
import { RoleGrantEntity } from './role-grant.entity.js';

@Injectable()
export class EndGrant {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async run(ctx: Ctx, id: string, { endsOn }: z.infer<typeof EndGrantRequest>): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const found = await tx.findOneBy(RoleGrantEntity, { id });
      if (!found) throw new NotFound();
      const { personId } = found;
      await assertInScope(tx, ctx, personId, { lock: true });
      // Read again: somebody else may have ended it while this waited for the person.
      const grant = await tx.findOneByOrFail(RoleGrantEntity, { id });
      if (grant.endsOn !== null && grant.endsOn < ctx.today)
        throw new Conflict('already-ended', 'This role has ended.');
      const problems = endProblems(grant, endsOn, ctx.today);
      if (problems.length > 0) throw new Invalid(problems);
      await keepOwnLast(tx, ctx, [grant], endsOn);
      await keepAnAdministrator(tx, [grant], { endsOn, today: ctx.today });
      await tx.update(RoleGrantEntity, { id }, { endsOn, version: grant.version + 1 });
      await this.audit.append(tx, ctx, {
        action: 'role.end',
        targetType: 'role grant',
        targetId: id,
        detail: { personId, role: grant.role, organisationId: grant.organisationId, endsOn },
      });
      await this.outbox.append(tx, ctx.now, { type: 'grants.changed', personId, payload: { personId, grantId: id } });
    });
  }
}
