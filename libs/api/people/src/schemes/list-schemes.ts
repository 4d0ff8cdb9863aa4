import { type Ctx, decodeCursor, likePattern, NotFound, Sql, toPage } from '@lms/api-platform';
import type { Scheme, SchemePage, SchemeQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';

/** Schemes are known to everybody who is signed in; how many people counts those in scope. $1 who asks, $2 today. */
const SCHEMES = `
  with seen as materialized (
    select unnest(e.scheme_ids) as id, e.person_id
    from engagement e join people_in_scope($1, $2) s(id) on s.id = e.person_id
    where cardinality(e.scheme_ids) > 0 and (e.ends_on is null or e.ends_on >= $2)
  )
  select s.id, s.version, s.code, s.name, s.starts_on::text as "startsOn", s.ends_on::text as "endsOn",
    (select count(distinct n.person_id)::int from seen n where n.id = s.id) as people
  from scheme s`;

@Injectable()
export class ListSchemes {
  constructor(private readonly sql: Sql) {}

  async page(ctx: Ctx, query: z.infer<typeof SchemeQuery>): Promise<SchemePage> {
    const [name, id] = decodeCursor(query.cursor, 2);
    const rows = await this.sql.rows<Scheme>(
      'list-schemes',
      `${SCHEMES}
       where ($3::text is null or s.name ilike $3 or s.code ilike $3)
         and ($4::text is null or (lower(s.name), s.id) > ($4, $5::uuid))
       order by lower(s.name), s.id limit $6`,
      [ctx.actor.personId, ctx.today, likePattern(query.q), name, id, query.limit + 1],
    );
    return toPage(rows, query.limit, (s) => [s.name.toLowerCase(), s.id]);
  }

  async one(ctx: Ctx, id: string): Promise<Scheme> {
    const row = await this.sql.row<Scheme>('scheme', `${SCHEMES} where s.id = $3`, [ctx.actor.personId, ctx.today, id]);
    if (!row) throw new NotFound();
    return row;
  }
}
