import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { CourseOutline } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

type Row = Omit<CourseOutline, 'activities'> & { activities: Omit<CourseOutline['activities'][number], 'state'>[] };

/** A version as somebody sees it who has just been given it and has begun nothing. $1 version. */
const OUTLINE = `
  select c.id as "courseId", v.id as "courseVersionId", c.title, c.summary, v.number, v.minutes, null as "dueOn",
    null as "completedOn", null as "validUntil", null as newer, null as ended, '[]'::json as revisions,
    coalesce((
      select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'minutes', a.minutes, 'doneAt', null,
        'percent', null) order by a.position)
      from activity a where a.course_version_id = v.id
    ), '[]') as activities
  from course_version v join course c on c.id = v.course_id where v.id = $1`;

/** The outline of any version, whatever its state, with nobody's progress in it. */
@Injectable()
export class PreviewOutline {
  constructor(private readonly sql: Sql) {}

  async run(_: Ctx, versionId: string): Promise<CourseOutline> {
    const row = await this.sql.row<Row>('preview-outline', OUTLINE, [versionId]);
    if (!row) throw new NotFound();
    const activities = row.activities.map((activity, index) => ({
      ...activity,
      state: index === 0 ? ('here' as const) : ('next' as const),
    }));
    return { ...row, activities };
  }
}
