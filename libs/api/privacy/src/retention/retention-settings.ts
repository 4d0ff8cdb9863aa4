import { assertUnchanged, Audit, changeOf, type Ctx, NotFound, Sql, Transactions } from '@lms/api-platform';
import type { RetentionKind, RetentionSetting, RetentionSettings as Settings } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { instantSql, nameSql } from '../shared/sql-text.js';

const LIST = `
  select s.kind, s.version, s.period, ${nameSql('s.changed_by')} as "changedByName", ${instantSql('s.changed_at')} as "changedAt",
    ${instantSql('r.last_at')} as "lastAt", coalesce(r.removed, 0)::int as removed
  from retention_setting s
  left join (select kind, max(at) as last_at, sum(removed) as removed from retention_run group by kind) r on r.kind = s.kind
  order by array_position(array['leavers', 'evidence-files', 'runtime-logs', 'mails'], s.kind)`;

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
      const [stored]: { id: string; version: number; period: number | null }[] = await tx.query(
        'select id, version, period from retention_setting where kind = $1 for update',
        [kind],
      );
      if (!stored) throw new NotFound();
      assertUnchanged(seen, stored.version);
      await tx.query(
        'update retention_setting set period = $2, changed_by = $3, changed_at = $4, version = version + 1 where kind = $1',
        [kind, period, ctx.actor.personId, ctx.now],
      );
      await this.audit.append(tx, ctx, {
        action: 'retention.save',
        targetType: 'retention setting',
        targetId: stored.id,
        detail: { kind, before: stored.period, after: period },
      });
    });
  }
}
