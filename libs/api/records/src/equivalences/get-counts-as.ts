import { type Ctx, Sql } from '@lms/api-platform';
import type { CountsAs } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { SOURCE, SOURCE_JOINS } from './equivalence.sql.js';

/** $1 course, $2 today, $3 who asks. */
const COUNTS_AS = `
  select e.id, ${SOURCE} as source, v.kind,
    case when rc.id is not null then json_build_object('courseId', rc.id, 'title', rc.title) end as remainder,
    v.from_on::text as "fromOn", v.to_on::text as "toOn", v.limit_months as "limitMonths",
    case when e.source_course_id is not null then exists (
        select from standing_dates d where d.person_id = $3 and d.course_id = e.source_course_id and (d.lifetime or d.valid_until >= $2::date))
      else exists (
        select from outside_award a where a.person_id = any (persons_as($3)) and a.qualification_id = e.qualification_id
          and (a.expires_on is null or a.expires_on >= $2::date) and not exists (select from outside_award_end x where x.award_id = a.id))
      end as held
  from equivalence e ${SOURCE_JOINS}
  join equivalence_version v on v.equivalence_id = e.id and v.state = 'active' and (v.to_on is null or v.to_on >= $2::date)
  left join course rc on rc.id = v.remainder_course_id
  where e.course_id = $1
  order by v.kind, coalesce(q.title, sc.title), e.id, v.number`;

/** What counts as a course, which everybody who looks at the course may know. */
@Injectable()
export class GetCountsAs {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, courseId: string): Promise<CountsAs> {
    const items = await this.sql.rows<CountsAs['items'][number]>('counts-as', COUNTS_AS, [
      courseId,
      ctx.today,
      ctx.actor.personId,
    ]);
    return { items };
  }
}
