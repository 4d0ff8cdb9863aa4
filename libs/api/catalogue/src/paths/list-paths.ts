import { decodeCursor, likePattern, Sql, toPage } from '@lms/api-platform';
import type { PathItem, PathPage, PathQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';

/** Stages and steps of what is published, else of the newest; people are those who are on the path now. */
const LIST = `
  select l.id, l.code, l.title, l.kind,
    p.number as "publishedNumber",
    case when o.id is not null
      then json_build_object('id', o.id, 'number', o.number, 'state', o.state) end as "openVersion",
    (select count(*)::int from path_stage g where g.path_version_id = s.id) as stages,
    (select count(*)::int from path_stage g join path_step t on t.stage_id = g.id
      where g.path_version_id = s.id) as steps,
    (select count(*)::int from path_enrolment e where e.path_id = l.id and e.state = 'open') as people
  from learning_path l
  left join path_version p on p.path_id = l.id and p.state = 'published'
  left join path_version o on o.path_id = l.id and o.state in ('draft', 'in-review')
  left join lateral (
    select v.id from path_version v
    where v.path_id = l.id order by (v.state = 'published') desc, v.number desc limit 1
  ) s on true
  where ($1::text is null or l.title ilike $1 or l.code ilike $1)
    and ($2::uuid is null
      or (lower(l.title), l.id) > (select lower(k.title), k.id from learning_path k where k.id = $2))
  order by lower(l.title), l.id
  limit $3`;

@Injectable()
export class ListPaths {
  constructor(private readonly sql: Sql) {}

  async run(query: z.infer<typeof PathQuery>): Promise<PathPage> {
    const [after] = decodeCursor(query.cursor, 1);
    const rows = await this.sql.rows<PathItem>('list-paths', LIST, [likePattern(query.q), after, query.limit + 1]);
    return toPage(rows, query.limit, (row) => [row.id]);
  }
}
