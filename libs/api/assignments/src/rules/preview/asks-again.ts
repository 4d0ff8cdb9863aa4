import { Sql } from '@lms/api-platform';
import type { RulePreview } from '@lms/contracts';
import { addDays, askedAgain, countsUntil, type LocalDate, type Recurrence, type RuleRecurrence } from '@lms/domain';
import { Injectable } from '@nestjs/common';

interface Given {
  courseId: string;
  title: string;
  gives: 'course' | 'path';
  how: RuleRecurrence;
  /** Of the course itself; null where it is for life. */
  own: Recurrence | null;
}

/** What a previewed version gives: its course, or what its path demands. */
const GIVEN = `
  select c.id as "courseId", c.title, case when v.path_id is null then 'course' else 'path' end as gives, v.recurrence as how,
    recurrence_of(w) as own
  from rule_preview p
  join rule_version v on v.id = p.rule_version_id
  join course c on c.id = v.course_id or c.id in (
    select s.course_id from path_version n join path_stage g on g.path_version_id = n.id
    join path_step s on s.stage_id = g.id and s.kind = 'course' and not s.optional
    where n.path_id = v.path_id and n.state = 'published')
  left join course_version w on w.course_id = c.id and w.state = 'published'
  where p.id = $1
  order by c.title, c.id`;

/** When each course that a previewed version gives would be asked for again. */
@Injectable()
export class AsksAgain {
  constructor(private readonly sql: Sql) {}

  async of(previewId: string, doneOn: LocalDate): Promise<RulePreview['again']> {
    const given = await this.sql.rows<Given>('rule-preview-given', GIVEN, [previewId]);
    return given.map((course) => again(course, doneOn));
  }
}

function again({ courseId, title, gives, how, own }: Given, doneOn: LocalDate): RulePreview['again'][number] {
  const validUntil = own && countsUntil(own, doneOn);
  const windowFrom = own && validUntil && addDays(validUntil, -own.windowDays);
  const next = askedAgain(how, gives, { completedOn: doneOn, validUntil, windowFrom });
  const alone =
    how.kind === 'own' ? askedAgain(how, 'course', { completedOn: doneOn, validUntil: null, windowFrom: null }) : null;
  return {
    courseId,
    title,
    dueOn: next?.dueOn ?? null,
    by: alone?.dueOn === next?.dueOn || how.kind === 'once' ? 'rule' : 'course',
  };
}
