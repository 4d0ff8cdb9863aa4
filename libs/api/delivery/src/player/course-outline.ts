import { withdrawnFrom } from './withdrawn-from.js';
import { Injectable } from '@nestjs/common';
import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { CourseOutline } from '@lms/contracts';
import { REVISIONS } from '../versions/revisions.sql.js';
import { ENDED_VERSION, NEWER_VERSION } from '../versions/newer-version.sql.js';

type Row = Omit<CourseOutline, 'activities'> & {
  activities: Omit<CourseOutline['activities'][number], 'state'>[];
  open: boolean;
  withdrawn: boolean;
};

/**
 * The version that a learner is on; the database knows which. Done means done since the course was last completed, unless
 * it is still valid: then it is shown as finished. $1 person, $2 course, $3 today.
 */
const OUTLINE = `
  select c.id as "courseId", v.id as "courseVersionId", c.title, c.summary, v.number, v.minutes,
    s.due_on::text as "dueOn", s.completed_on::text as "completedOn", s.valid_until::text as "validUntil",
    (s.opens_on is null or s.opens_on <= $3) as open, withdrawn_from($1, c.id, $3) as withdrawn, (${NEWER_VERSION}) as newer, (${ENDED_VERSION}) as ended,
    coalesce((
      select json_agg(json_build_object('title', a.title, 'publishedOn', (r.since at time zone 'Europe/London')::date,
        'readOn', (r.read_at at time zone 'Europe/London')::date, 'later', r.later) order by a.position)
      from activity a cross join lateral (${REVISIONS}) r
      where a.course_version_id = v.id and a.kind = 'document'
    ), '[]') as revisions,
    coalesce((
      select json_agg(json_build_object(
        'id', a.id, 'kind', a.kind, 'title', a.title, 'minutes', a.minutes,
        'doneAt', to_char(d.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'percent', case when d.activity_id is not null then 100 else t.percent end) order by a.position)
      from activity a
      left join done_in_edition($1, v.id, counted_since($1, c.id, $3)) d on d.activity_id = a.id
      left join lateral (
        select x.percent from attempt x where x.person_id = $1 and x.activity_id = a.id and x.state = 'open'
        order by x.number desc limit 1
      ) t on true
      where a.course_version_id = v.id
    ), '[]') as activities
  from course c
  join standing_dates s on s.course_id = c.id and s.person_id = $1
  join course_version v on v.id = learner_version($1, c.id, $3)
  where c.id = $2`;

@Injectable()
export class GetCourseOutline {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, courseId: string): Promise<CourseOutline> {
    const row = await this.sql.row<Row>('course-outline', OUTLINE, [ctx.actor.personId, courseId, ctx.today]);
    if (!row) throw new NotFound();
    const { open, withdrawn, activities, newer, ...outline } = row;
    if (withdrawn) throw withdrawnFrom();
    const here = activities.find((a) => a.doneAt === null)?.id;
    return {
      ...outline,
      // Whoever is through with a version need not hear of the next one.
      newer: here ? newer : null,
      activities: activities.map((a) => ({
        ...a,
        state: a.doneAt !== null ? 'done' : !open ? 'blocked' : a.id === here ? 'here' : 'next',
      })),
    };
  }
}
