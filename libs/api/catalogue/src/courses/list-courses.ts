import { likePattern, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { CourseItem, CoursePage, CourseQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';

/** A course is found by its title, code or topics. `retired` finds courses that have nothing published or open. */
const LIST = `
  select c.id, c.code, c.title, c.mandatory, c.template, c.topics,
    p.number as "publishedNumber",
    case when o.id is not null
      then json_build_object('id', o.id, 'number', o.number, 'state', o.state) end as "openVersion",
    s.minutes, s.validity_months as "validityMonths",
    coalesce((
      select array_agg(k.kind order by k.place)
      from (select a.kind, min(a.position) as place from activity a where a.course_version_id = s.id group by a.kind) k
    ), '{}') as "activityKinds"
  from course c
  left join course_version p on p.course_id = c.id and p.state = 'published'
  left join course_version o on o.course_id = c.id and o.state in ('draft', 'in-review')
  left join lateral (
    select v.id, v.minutes, v.validity_months from course_version v
    where v.course_id = c.id order by (v.state = 'published') desc, v.number desc limit 1
  ) s on true
  where ($1::text is null or c.title ilike $1 or c.code ilike $1
      or exists (select from unnest(c.topics) t where t ilike $1))
    and ($2::text is null or p.state = $2 or o.state = $2 or ($2 = 'retired' and p.id is null and o.id is null))
    and c.template = $5
    and ($3::uuid is null or (lower(c.title), c.id) > (select lower(k.title), k.id from course k where k.id = $3))
  order by lower(c.title), c.id
  limit $4`;

@Injectable()
export class ListCourses {
  constructor(private readonly sql: Sql) {}

  async run(query: z.infer<typeof CourseQuery>): Promise<CoursePage> {
    const [after] = decodeCursor(query.cursor, 1);
    const values = [likePattern(query.q), query.state ?? null, after, query.limit + 1, query.template === 'true'];
    const rows = await this.sql.rows<CourseItem>('list-courses', LIST, values);
    return toPage(rows, query.limit, (row) => [row.id]);
  }
}
