import { NotFound, Sql } from '@lms/api-platform';
import type { PathVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { VERSION_LIFE } from '../shared/sql-text.js';

const SELECT = `
  select v.id, v.path_id as "pathId", v.number, v.version, v.state, v.audience, v.sequential,
    coalesce(g.stages, '[]') as stages, ${VERSION_LIFE}
  from path_version v
  left join lateral (
    select json_agg(json_build_object(
      'id', s.id, 'title', s.title, 'dayOffset', s.day_offset, 'steps', (
        select coalesce(json_agg(json_build_object(
          'id', t.id, 'courseId', t.course_id, 'courseTitle', c.title, 'optional', t.optional, 'coursePublished',
          exists (select from course_version p where p.course_id = c.id and p.state = 'published')
        ) order by t.position), '[]')
        from path_step t join course c on c.id = t.course_id where t.stage_id = s.id
      )
    ) order by s.position) as stages
    from path_stage s where s.path_version_id = v.id
  ) g on true`;

/** Versions of paths with their stages and steps. */
@Injectable()
export class PathVersions {
  constructor(private readonly sql: Sql) {}

  /** The newest first. */
  ofPath(pathId: string): Promise<PathVersion[]> {
    return this.sql.rows('path-versions-of', `${SELECT} where v.path_id = $1 order by v.number desc`, [pathId]);
  }

  async one(id: string): Promise<PathVersion> {
    const version = await this.sql.row<PathVersion>('path-version', `${SELECT} where v.id = $1`, [id]);
    if (!version) throw new NotFound();
    return version;
  }
}
