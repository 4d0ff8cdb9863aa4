import { type Ctx, differences, NotFound, oneInScopeSql, Sql, type StoredRow } from '@lms/api-platform';
import type { History } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { instant } from '../shared/instant.js';
import { grantToldSql, toldSql } from '../shared/told.sql.js';

type Entry = History['items'][number];
interface HistoryRow {
  entity: Entry['what'];
  op: 'insert' | 'update' | 'delete';
  knownFrom: string;
  byName: string | null;
  row: StoredRow;
  before: StoredRow | null;
  names: Record<string, string>;
}

/**
 * What was known of a person, their engagements and grants, newest first. Ids are told by name. $1 person, $2 who asks,
 * $3 today.
 */
const HISTORY = `
  with mine as (
    select 'person' as entity, p.id from person p where p.id = $1
    union all select 'engagement', e.id from engagement e where e.person_id = $1 and ${toldSql('e', '$2', '$3')}
    union all select 'role grant', g.id from role_grant g where g.person_id = $1 and ${grantToldSql('g', '$2', '$3')}
  ), told as (
    select h.*, lag(h.row) over (partition by h.entity, h.entity_id order by h.id) as before
    from row_history h join mine on mine.entity = h.entity and mine.id = h.entity_id
  )
  select t.entity, t.op, ${instant('t.known_from')} as "knownFrom", t.row, t.before,
    (select concat_ws(' ', p.given_name, p.family_name) from person p where p.id = t.actor_id) as "byName",
    (
      select coalesce(jsonb_object_agg(n.id, n.name), '{}') from (
        select o.id::text, o.short_name as name from organisation o where o.id::text in (t.row ->> 'organisation_id', t.before ->> 'organisation_id')
        union all
        select p.id::text, concat_ws(' ', p.given_name, p.family_name) from person p
        where p.id::text in (t.row ->> 'line_manager_id', t.before ->> 'line_manager_id')
        union all
        select s.id::text, s.name from scheme s where t.row -> 'scheme_ids' ? s.id::text or t.before -> 'scheme_ids' ? s.id::text
      ) n
    ) as names
  from told t
  where ${oneInScopeSql('$1', '$2', '$3')}
  order by t.id desc limit 200`;

const CHANGES = { insert: 'added', update: 'changed', delete: 'removed' } as const;

@Injectable()
export class GetHistory {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, personId: string): Promise<History> {
    const seen = await this.sql.row(
      'history-in-scope',
      `select from person p where p.id = $1 and ${oneInScopeSql('p.id', '$2', '$3')}`,
      [personId, ctx.actor.personId, ctx.today],
    );
    if (!seen) throw new NotFound();
    const rows = await this.sql.rows<HistoryRow>('history', HISTORY, [personId, ctx.actor.personId, ctx.today]);
    const items = rows.map((r) => ({
      knownFrom: r.knownFrom,
      what: r.entity,
      change: CHANGES[r.op],
      byName: r.byName,
      fields: differences(r.op === 'insert' ? null : r.before, r.op === 'delete' ? null : r.row, r.names),
    }));
    // Under whose number a row stands, which a merge changes, is nothing to be told.
    return { items: items.filter(({ change, fields }) => change !== 'changed' || fields.length > 0) };
  }
}
