import { Injectable } from '@nestjs/common';
import { Audit, changeOf, type Ctx, NotFound, Sql, Transactions, type Tx } from '@lms/api-platform';
import type { RecoveryCodes, SecondFactor } from '@lms/contracts';
import type { Role } from '@lms/domain';
import { ActorCache } from '../actors/actor-cache.js';
import { FactorDemand } from './factor-demand.js';
import { RecoveryCodeStore } from './recovery-codes.js';

const instant = (moment: string): string => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const MINE = `
  select
    array(
      select distinct g.role from role_grant g left join engagement e on e.id = g.engagement_id
      where g.person_id = $1 and g.starts_on <= $2 and (g.ends_on is null or g.ends_on >= $2)
        and (e.id is null or e.ends_on is null or e.ends_on >= $2)) as roles,
    (select json_build_object('since', ${instant('a.confirmed_at')}) from authenticator_app a
     where a.person_id = any (persons_as($1)) and a.confirmed_at is not null order by a.confirmed_at desc limit 1) as app,
    coalesce((
      select json_agg(json_build_object('id', k.id, 'name', k.name, 'createdAt', ${instant('k.created_at')},
        'lastUsedAt', ${instant('k.last_used_at')}) order by k.created_at)
      from passkey k where k.person_id = any (persons_as($1))), '[]') as passkeys,
    (select count(*)::int from recovery_code c where c.person_id = any (persons_as($1)) and c.used_at is null) as "recoveryCodesLeft"`;

/** What one has besides a password, and taking it away again. */
@Injectable()
export class MyFactors {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly demand: FactorDemand,
    private readonly codes: RecoveryCodeStore,
    private readonly cache: ActorCache,
    private readonly audit: Audit,
  ) {}

  async list(ctx: Ctx): Promise<SecondFactor> {
    const row = await this.sql.row<Omit<SecondFactor, 'demanded'> & { roles: Role[] }>('my-factors', MINE, [
      ...[ctx.actor.personId, ctx.today],
    ]);
    if (!row) throw new NotFound();
    const { roles, ...mine } = row;
    return { ...mine, demanded: this.demand.of(roles) };
  }

  async removeApp(ctx: Ctx): Promise<void> {
    await this.remove(
      ctx,
      'app',
      'delete from authenticator_app where person_id = any (persons_as($1)) returning person_id',
      [],
    );
  }

  async removePasskey(ctx: Ctx, id: string): Promise<void> {
    await this.remove(
      ctx,
      'passkey',
      'delete from passkey where person_id = any (persons_as($1)) and id = $2 returning id',
      [id],
    );
  }

  async newCodes(ctx: Ctx): Promise<RecoveryCodes> {
    const { personId } = ctx.actor;
    const codes = await this.transactions.run(changeOf(ctx), async (tx) => {
      await this.audit.append(tx, ctx, {
        ...{ action: 'second-factor.new-codes', targetType: 'person', targetId: personId },
      });
      return this.codes.renew(tx, personId, ctx.now);
    });
    return { codes };
  }

  private async remove(ctx: Ctx, kind: string, statement: string, more: string[]): Promise<void> {
    const { personId, sessionId } = ctx.actor;
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const [rows]: [unknown[], number] = await tx.query(statement, [personId, ...more]);
      if (rows.length === 0) throw new NotFound();
      await forgetCodesOfNothing(tx, personId);
      await this.audit.append(tx, ctx, {
        ...{ action: 'second-factor.remove', targetType: 'person', targetId: personId },
        detail: { kind },
      });
    });
    this.cache.forget(sessionId);
  }
}

/** Recovery codes recover something: without a way left they would be one of their own. */
async function forgetCodesOfNothing(tx: Tx, personId: string): Promise<void> {
  await tx.query(
    `delete from recovery_code where person_id = any (persons_as($1))
       and not exists (select from authenticator_app a where a.person_id = any (persons_as($1)) and a.confirmed_at is not null)
       and not exists (select from passkey k where k.person_id = any (persons_as($1)))`,
    [personId],
  );
}
