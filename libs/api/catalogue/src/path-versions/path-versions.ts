import { NotFound, Sql } from '@lms/api-platform';
import type { PathVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { VERSION_LIFE } from '../shared/sql-text.js';
import { STAGES } from './stages.sql.js';

const SELECT = `
  select v.id, v.path_id as "pathId", v.number, v.version, v.state, v.audience, v.sequential, v.change, v.running,
    coalesce(g.stages, '[]') as stages, ${VERSION_LIFE}
  from path_version v
  left join lateral (${STAGES}) g on true`;

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
