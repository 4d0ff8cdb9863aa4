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
import type { ReviewedGrants } from '@lms/contracts';
import { addDays, type LocalDate, mayGrant, maxDate } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { liveSql } from '../shared/sql-text.js';
import { moreThanHeld } from './more-than-held.js';
import { grantWords, lockGrants, type Reviewed } from './reviewed-grants.js';

/**
 * Gives several roles again for the time after their end, all or none. The old ones stay as they were: who gave which
 * span is told by its own row.
 */
@Injectable()
export class RenewGrants {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async run(ctx: Ctx, { ids, endsOn }: ReviewedGrants): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const grants = await lockGrants(tx, ids);
      if (grants.some(({ role }) => !mayGrant(ctx.actor.permissions, role))) throw moreThanHeld();
      const problems = [
        ...grants.flatMap((grant) => problemsOf(grant, endsOn, ctx.today)),
        ...(await taken(tx, ctx, grants, endsOn)),
      ];
      if (problems.length > 0) throw new Invalid(problems);
      const made = await giveAgain(tx, ctx, grants, endsOn);
      await this.audit.append(tx, ctx, {
        action: 'roles.renew',
        detail: { personIds: grants.map(({ personId }) => personId), grantIds: ids, endsOn },
      });
      await this.outbox.appendMany(
        tx,
        ctx.now,
        made.map(({ id, personId }) => ({ type: 'grants.changed', personId, payload: { personId, grantId: id } })),
      );
    });
  }
}

const firstDay = ({ endsOn }: Reviewed, today: LocalDate): LocalDate =>
  endsOn === null ? today : (maxDate(addDays(endsOn, 1), today) ?? today);

function problemsOf(grant: Reviewed, endsOn: LocalDate, today: LocalDate): ProblemField[] {
  const say = (message: string) => [{ path: 'endsOn', message: `${grantWords(grant)}: ${message}` }];
  if (grant.endsOn === null) return say('it has no end, so there is nothing to renew.');
  if (endsOn < firstDay(grant, today)) return say('the new last day is before the old one.');
  return [];
}

/** The same role twice at once would be nobody's wish. */
async function taken(tx: Tx, ctx: Ctx, grants: readonly Reviewed[], endsOn: LocalDate): Promise<ProblemField[]> {
  const rows: { id: string }[] = await tx.query(
    `select k.id from unnest($1::uuid[], $2::date[]) k(id, first) join role_grant g on g.id = k.id
     where exists (
       select from role_grant n where n.person_id = g.person_id and n.role = g.role and n.id <> g.id
         and n.organisation_id is not distinct from g.organisation_id and n.starts_on <= $3
         and (n.ends_on is null or n.ends_on >= k.first))`,
    [grants.map(({ id }) => id), grants.map((grant) => firstDay(grant, ctx.today)), endsOn],
  );
  return grants
    .filter(({ id }) => rows.some((row) => row.id === id))
    .map((grant) => ({ path: 'endsOn', message: `${grantWords(grant)}: the role is given for later already.` }));
}

/** A coordinator's role hangs on the engagement behind it, as when it is given for the first time. */
async function giveAgain(
  tx: Tx,
  ctx: Ctx,
  grants: readonly Reviewed[],
  endsOn: LocalDate,
): Promise<{ id: string; personId: string }[]> {
  const made = grants.map((grant) => ({ id: uuid(), personId: grant.personId }));
  await tx.query(
    `insert into role_grant (id, person_id, role, organisation_id, engagement_id, starts_on, ends_on, granted_by, created_at)
     select k.id, g.person_id, g.role, g.organisation_id, (
         select e.id from engagement e
         where g.organisation_id is not null and e.person_id = g.person_id and ${liveSql('e', '$5')}
           and g.organisation_id in (select organisation_and_below(e.organisation_id))
         order by e.organisation_id <> g.organisation_id, e.ends_on desc nulls first, e.id limit 1
       ), k.first, $4, $6, $7
     from unnest($1::uuid[], $2::uuid[], $3::date[]) k(id, old_id, first) join role_grant g on g.id = k.old_id`,
    [
      ...[made.map(({ id }) => id), grants.map(({ id }) => id), grants.map((grant) => firstDay(grant, ctx.today))],
      ...[endsOn, ctx.today, ctx.actor.personId, ctx.now],
    ],
  );
  return made;
}
