import {
  Audit,
  changeOf,
  Conflict,
  type Ctx,
  Invalid,
  NotFound,
  Outbox,
  Transactions,
  type Tx,
} from '@lms/api-platform';
import type { EndGrantRequest } from '@lms/contracts';
import type { LocalDate } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { assertInScope } from '../shared/assert-in-scope.js';
import { ROLE_WORDS } from '../shared/words.js';
import { carriesOn, endProblems } from './grant-rules.js';
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
      await assertNotOwnLast(tx, ctx, grant, endsOn);
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

/** Nobody locks themselves out: whoever gives up the keys leaves it to somebody else to take them. */
async function assertNotOwnLast(tx: Tx, ctx: Ctx, grant: RoleGrantEntity, endsOn: LocalDate): Promise<void> {
  if (grant.personId !== ctx.actor.personId) return;
  if (grant.role !== 'people-team' && grant.role !== 'administrator') return;
  const held = await tx.findBy(RoleGrantEntity, { personId: grant.personId, role: grant.role });
  if (held.some((other) => other.id !== grant.id && carriesOn(other, endsOn, ctx.today))) return;
  throw new Conflict(
    'own-last-role',
    `This is your own last ${ROLE_WORDS[grant.role]} role, so you cannot end it. Ask a colleague to do it.`,
  );
}
