import { Injectable } from '@nestjs/common';
import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { CourseOutline } from '@lms/contracts';

type Row = Omit<CourseOutline, 'activities'> & {
  activities: Omit<CourseOutline['activities'][number], 'state'>[];
  open: boolean;
};

/**
 * The version that a learner is on: the one their unfinished attempts began with, else what is published. Done means
 * done since the course was last completed, unless it is still valid: then it is shown as finished.
 */
const OUTLINE = `
  select c.id as "courseId", v.id as "courseVersionId", c.title, c.summary, v.number, v.minutes,
    s.due_on::text as "dueOn", s.completed_on::text as "completedOn", s.valid_until::text as "validUntil",
    (s.opens_on is null or s.opens_on <= $3) as open,
    coalesce((
      select json_agg(json_build_object(
        'id', a.id, 'kind', a.kind, 'title', a.title, 'minutes', a.minutes,
        'doneAt', to_char(t.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'percent', case when t.state = 'done' then 100 else t.percent end) order by a.position)
      from activity a
      left join lateral (
        select x.done_at, x.state, x.percent from attempt x
        where x.person_id = $1 and x.activity_id = a.id and x.state <> 'abandoned'
          and not (x.state = 'done' and x.done_at <= coalesce(l.at, '-infinity') and not l.current)
        order by x.number desc limit 1
      ) t on true
      where a.course_version_id = v.id
    ), '[]') as activities
  from course c
  join standing_dates s on s.course_id = c.id and s.person_id = $1
  left join lateral (
    select max(e.recorded_at) as at, coalesce(s.lifetime or s.window_from > $3, false) as current
    from ledger_entry e where e.person_id = $1 and e.course_id = c.id and e.kind = 'completion'
  ) l on true
  join course_version v on v.id = coalesce(
    (select t.course_version_id from attempt t where t.person_id = $1 and t.course_id = c.id and t.state = 'open' order by t.started_at desc limit 1),
    (select p.id from course_version p where p.course_id = c.id and p.state = 'published'))
  where c.id = $2`;

@Injectable()
export class GetCourseOutline {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, courseId: string): Promise<CourseOutline> {
    const row = await this.sql.row<Row>('course-outline', OUTLINE, [ctx.actor.personId, courseId, ctx.today]);
    if (!row) throw new NotFound();
    const { open, activities, ...outline } = row;
    const here = activities.find((a) => a.doneAt === null)?.id;
    return {
      ...outline,
      activities: activities.map((a) => ({
        ...a,
        state: a.doneAt !== null ? 'done' : !open ? 'blocked' : a.id === here ? 'here' : 'next',
      })),
    };
  }
}
