import {
  Audit,
  changeOf,
  type Ctx,
  Invalid,
  Outbox,
  type ProblemField,
  Transactions,
  type Tx,
} from '@lms/api-platform';
import type { Created, GrantRoleRequest } from '@lms/contracts';
import { dateWords, mayGrant } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { assertInScope } from '../shared/assert-in-scope.js';
import { liveSql } from '../shared/sql-text.js';
import { overlap } from './grant-rules.js';
import { moreThanHeld } from './more-than-held.js';
import { RoleGrantEntity } from './role-grant.entity.js';

@Injectable()
export class GrantRole {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async run(ctx: Ctx, personId: string, request: GrantRoleRequest): Promise<Created> {
    const id = uuid();
    await this.transactions.run(changeOf(ctx), (tx) => this.within(tx, ctx, { id, personId, request }));
    return { id };
  }

  /** As a part of something larger. */
  async within(
    tx: Tx,
    ctx: Ctx,
    { id, personId, request }: { id: string; personId: string; request: GrantRoleRequest },
  ): Promise<void> {
    if (!mayGrant(ctx.actor.permissions, request.role)) throw moreThanHeld();
    await assertInScope(tx, ctx, personId, { lock: true });
    const problems = await problemsOf(tx, personId, request);
    if (problems.length > 0) throw new Invalid(problems);
    await tx.insert(RoleGrantEntity, {
      id,
      personId,
      ...request,
      engagementId: await engagementBehind(tx, ctx, personId, request.organisationId),
      grantedBy: ctx.actor.personId,
      createdAt: ctx.now,
    });
    await this.audit.append(tx, ctx, {
      action: 'role.grant',
      targetType: 'role grant',
      targetId: id,
      detail: { personId, ...request },
    });
    await this.outbox.append(tx, ctx.now, { type: 'grants.changed', personId, payload: { personId, grantId: id } });
  }
}

async function problemsOf(tx: Tx, personId: string, request: GrantRoleRequest): Promise<ProblemField[]> {
  const { role, organisationId, startsOn, endsOn } = request;
  if (endsOn && endsOn < startsOn) return [{ path: 'endsOn', message: 'The end is before the start' }];
  if (organisationId) {
    const found: unknown[] = await tx.query(
      `select id from organisation where id = $1 and kind in ('supplier', 'partner')`,
      [organisationId],
    );
    if (found.length === 0) {
      return [{ path: 'organisationId', message: 'Choose a supplier or a partner: those have coordinators.' }];
    }
  }
  const held = (await tx.findBy(RoleGrantEntity, { personId, role })).find(
    (grant) => grant.organisationId === organisationId && overlap(grant, request),
  );
  if (!held) return [];
  const period = held.endsOn ? `until ${dateWords(held.endsOn)}` : 'without an end';
  return [{ path: 'role', message: `This person holds the role in that time already, ${period}.` }];
}

/**
 * Powers that somebody has through an employer end with that employment: a coordinator's engagement with the
 * organisation, or with one above it. Null for the Alliance's own roles, and for a coordinator from outside.
 */
async function engagementBehind(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  organisationId: string | null,
): Promise<string | null> {
  if (!organisationId) return null;
  const [found]: { id: string }[] = await tx.query(
    `select e.id from engagement e
     where e.person_id = $1 and ${liveSql('e', '$2')} and $3::uuid in (select organisation_and_below(e.organisation_id))
     order by e.organisation_id <> $3, e.ends_on desc nulls first, e.id limit 1`,
    [personId, ctx.today, organisationId],
  );
  return found?.id ?? null;
}
