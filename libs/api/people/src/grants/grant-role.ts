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
import type { Created, GrantRoleRequest } from '@lms/contracts';
import { addDays } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { OrganisationEntity } from '../organisations/organisation.entity.js';
import { assertInScope } from '../shared/assert-in-scope.js';
import { RoleGrantEntity } from './role-grant.entity.js';

/** What a person may do, from when to when; the history keeps who gave it. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async give(ctx: Ctx, personId: string, request: GrantRoleRequest): Promise<Created> {
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await assertInScope(tx, ctx, personId);
      const engagementId = await engagementFor(tx, ctx, personId, request);
      await tx.insert(RoleGrantEntity, {
        id,
        version: 1,
        personId,
        engagementId,
        grantedBy: ctx.actor.personId,
        createdAt: ctx.now,
        ...request,
      });
      await this.tell(tx, ctx, 'grant.give', personId, id);
    });
    return { id };
  }

  async end(ctx: Ctx, id: string, endsOn: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const grant = await tx.findOne(RoleGrantEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!grant) throw new NotFound();
      await assertInScope(tx, ctx, grant.personId);
      if (grant.personId === ctx.actor.personId && grant.role === 'people-team') {
        throw new Conflict(
          'own-power',
          'Ask somebody else of the People Team to end this: you would lock yourself out.',
        );
      }
      // A grant can be taken back before it began; it never ends earlier than that.
      const last = endsOn < grant.startsOn ? addDays(grant.startsOn, -1) : endsOn;
      await tx.update(RoleGrantEntity, { id }, { endsOn: last, version: grant.version + 1 });
      await this.tell(tx, ctx, 'grant.end', grant.personId, id);
    });
  }

  private async tell(tx: Tx, ctx: Ctx, action: string, personId: string, grantId: string): Promise<void> {
    await this.audit.append(tx, ctx, { action, targetType: 'role-grant', targetId: grantId });
    await this.outbox.append(tx, ctx.now, { type: 'grants.changed', personId, payload: {} });
  }
}

/** A coordinator acts for an employer: the power ends with that engagement. The other roles are the Alliance's own. */
async function engagementFor(tx: Tx, ctx: Ctx, personId: string, request: GrantRoleRequest): Promise<string | null> {
  if (!request.organisationId) return null;
  const organisation = await tx.findOneBy(OrganisationEntity, { id: request.organisationId });
  if (!organisation) throw new Invalid([{ path: 'organisationId', message: 'Choose an organisation' }]);
  if (organisation.kind === 'client')
    throw new Invalid([{ path: 'organisationId', message: 'A coordinator belongs to a partner or a supplier' }]);
  const rows: { id: string }[] = await tx.query(
    `select id from engagement where person_id = $1 and organisation_id = $2 and (ends_on is null or ends_on >= $3) order by starts_on limit 1`,
    [personId, request.organisationId, ctx.today],
  );
  return rows[0]?.id ?? null;
}
