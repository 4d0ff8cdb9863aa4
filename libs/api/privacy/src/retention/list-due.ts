import { type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { DuePage, DuePerson, DueQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

/** Those whose last day lies further back than the period, whom nothing else binds. $1 today. */
const DUE = `
  select p.id, max(e.ends_on) as left_on, (max(e.ends_on) + make_interval(years => s.period))::date + 1 as due_on
  from (select retention_period('leavers') as period) s
  cross join person p
  join engagement e on e.person_id = p.id
  where s.period is not null and p.erased_at is null
    and not exists (select from person_alias a where a.person_id = p.id)
    and not exists (select from role_grant g where g.person_id = p.id and (g.ends_on is null or g.ends_on >= $1::date) and g.engagement_id is null)
    and not exists (select from erasure x where x.person_id = p.id and x.state = 'proposed')
  group by p.id, s.period
  having bool_and(e.ends_on is not null) and (max(e.ends_on) + make_interval(years => s.period))::date < $1::date`;

/** $2 and $3 the last before this page, $4 rows. Longest due first. */
const PAGE = `
  select d.id as "personId", concat_ws(' ', p.given_name, p.family_name) as name,
    (select o.name from engagement e join organisation o on o.id = e.organisation_id where e.person_id = d.id
      order by e.ends_on desc, e.id limit 1) as "organisationName",
    d.left_on::text as "leftOn", d.due_on::text as "dueOn", is_held(d.id, $1::date) as held
  from (${DUE}) d join person p on p.id = d.id
  where $2::date is null or (d.due_on, d.id) > ($2::date, $3::uuid)
  order by d.due_on, d.id limit $4`;
const TOTAL = `select count(*)::int as n from (${DUE}) d`;

/** Who is due for erasure. Nobody goes by a clock alone: somebody decides about each. */
@Injectable()
export class ListDue {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: DueQuery): Promise<DuePage> {
    const [dueOn, id] = decodeCursor(query.cursor, 2);
    const [rows, total] = await Promise.all([
      this.sql.rows<DuePerson>('due-people', PAGE, [ctx.today, dueOn ?? null, id ?? null, query.limit + 1]),
      this.sql.row<{ n: number }>('due-people-total', TOTAL, [ctx.today]),
    ]);
    return { ...toPage(rows, query.limit, (row) => [row.dueOn, row.personId]), total: total?.n ?? 0 };
  }
}
