import { NotFound, Sql } from '@lms/api-platform';
import type { CourseVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { RENEWAL } from './renewal.js';
import { VERSION_LIFE } from '../shared/sql-text.js';

const SELECT = `
  select v.id, v.course_id as "courseId", v.number, v.state, v.change, v.begun, v.old_ends_on::text as "oldEndsOn", v.news,
    v.version,
    v.validity_months as "validityMonths", ${RENEWAL} as renewal, coalesce((
      select json_agg(json_build_object('id', n.id, 'title', n.title) order by n.title)
      from course n where n.id in (v.refresher_course_id, v.remainder_course_id)), '[]') as "renewalCourses", v.minutes, coalesce(l.activities, '[]') as activities, ${VERSION_LIFE}
  from course_version v
  left join lateral (
    select json_agg(json_build_object(
      'id', a.id, 'version', a.version, 'position', a.position, 'kind', a.kind, 'title', a.title, 'minutes', a.minutes,
      'fileName', a.file_name, 'summary', a.summary,
      'sha256', a.file_sha256, 'poster', a.poster_sha256, 'completionRule', a.completion_rule, 'noSpeech', a.no_speech,
      'readAgain', a.read_again, 'revised', a.kind = 'document' and exists (
        select from course_version o join activity b on b.course_version_id = o.id and b.lineage_id = a.lineage_id
        where o.course_id = v.course_id and o.number < v.number and o.state = 'published' and b.file_sha256 <> a.file_sha256),
      'settings', a.settings, 'outsideHosts', a.outside_hosts, 'lessons', (select jsonb_array_length(p.scos) from content_package p where p.id = a.package_id),
      'captions', (
        select coalesce(json_agg(json_build_object('language', c.language, 'label', c.label, 'sha256', c.sha256)
          order by c.language), '[]')
        from activity_captions c where c.activity_id = a.id
      )
    ) order by a.position) as activities
    from activity a where a.course_version_id = v.id
  ) l on true`;

/** Versions of courses with all that is in them. */
@Injectable()
export class CourseVersions {
  constructor(private readonly sql: Sql) {}

  /** The newest first. */
  ofCourse(courseId: string): Promise<CourseVersion[]> {
    return this.sql.rows('course-versions-of', `${SELECT} where v.course_id = $1 order by v.number desc`, [courseId]);
  }

  async one(id: string): Promise<CourseVersion> {
    const version = await this.sql.row<CourseVersion>('course-version', `${SELECT} where v.id = $1`, [id]);
    if (!version) throw new NotFound();
    return version;
  }
}
