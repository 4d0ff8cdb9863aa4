import { assertUnchanged, Audit, changeOf, type Ctx, Sql, Transactions } from '@lms/api-platform';
import type { RetentionKind, RetentionSetting, RetentionSettings as Settings } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { instantSql, nameSql } from '../shared/sql-text.js';

const LIST = `
  select k.kind, coalesce(s.version, 0) as version, retention_period(k.kind) as period, ${nameSql('s.changed_by')} as "changedByName",
    ${instantSql('s.changed_at')} as "changedAt", ${instantSql('r.last_at')} as "lastAt", coalesce(r.removed, 0)::int as removed
  from unnest(array['leavers', 'evidence-files', 'runtime-logs', 'mails']) with ordinality k(kind, n)
  left join retention_setting s on s.kind = k.kind
  left join (select kind, max(at) as last_at, sum(removed) as removed from retention_run group by kind) r on r.kind = k.kind
  order by k.n`;

/** Nobody has said anything before the first time: that is version 0. */
const SAVE = `
  insert into retention_setting (id, kind, period, changed_by, changed_at) values ($1, $2, $3, $4, $5)
  on conflict (kind) do update set period = excluded.period, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
    version = retention_setting.version + 1
  returning id`;

/** How long what is kept. */
@Injectable()
export class RetentionSettings {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async list(): Promise<Settings> {
    return { items: await this.sql.rows<RetentionSetting>('retention-settings', LIST) };
  }

  async save(ctx: Ctx, kind: RetentionKind, seen: number, period: number | null): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      // One after the other, the first of all too.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 36))', [kind]);
      const [stored]: { version: number; period: number | null }[] = await tx.query(
        `select coalesce((select version from retention_setting where kind = $1), 0) as version, retention_period($1) as period`,
        [kind],
      );
      assertUnchanged(seen, stored?.version ?? 0);
      const [saved]: { id: string }[] = await tx.query(SAVE, [uuid(), kind, period, ctx.actor.personId, ctx.now]);
      await this.audit.append(tx, ctx, {
        action: 'retention.save',
        targetType: 'retention setting',
        ...(saved ? { targetId: saved.id } : {}),
        detail: { kind, before: stored?.period ?? null, after: period },
      });
    });
  }
}
