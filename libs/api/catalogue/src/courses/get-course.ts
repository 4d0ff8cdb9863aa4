import { NotFound, Sql } from '@lms/api-platform';
import type { Course } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { CourseVersions } from '../course-versions/course-versions.js';
import { nameSql } from '../shared/sql-text.js';
import { FORCING_PATHS } from './mandatory-forced.js';

const COURSE = `
  select c.id, c.version, c.code, c.title, c.summary, c.topics, c.outcome, c.visibility, c.audience,
    c.self_enrolment as "selfEnrolment", c.mandatory, c.gives_certificate as "givesCertificate",
    exists (${FORCING_PATHS} and s.course_id = c.id) as "mandatoryForced",
    ${nameSql('c.owner_id')} as "ownerName", c.template,
    (select json_build_object('id', o.id, 'title', o.title) from course o where o.id = c.copied_from) as "copiedFrom"
  from course c where c.id = $1`;

@Injectable()
export class GetCourse {
  constructor(
    private readonly sql: Sql,
    private readonly versions: CourseVersions,
  ) {}

  async run(id: string): Promise<Course> {
    const [course, versions] = await Promise.all([
      this.sql.row<Omit<Course, 'versions'>>('get-course', COURSE, [id]),
      this.versions.ofCourse(id),
    ]);
    if (!course) throw new NotFound();
    return { ...course, versions };
  }
}
