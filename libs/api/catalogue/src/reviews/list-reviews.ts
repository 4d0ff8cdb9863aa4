import { type Ctx, Sql } from '@lms/api-platform';
import type { Reviews } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { instantSql, nameSql } from '../shared/sql-text.js';

/** What the person began or submitted is theirs: somebody else has to publish it. */
const COLUMNS = `v.id as "versionId", v.number, ${nameSql('v.submitted_by')} as "submittedByName",
  ${instantSql('v.submitted_at')} as "submittedAt", coalesce($1::uuid in (v.created_by, v.submitted_by), false) as mine`;

const LIST = `
  select 'course' as kind, c.id, c.title, ${COLUMNS}
  from course_version v join course c on c.id = v.course_id where v.state = 'in-review'
  union all
  select 'path' as kind, l.id, l.title, ${COLUMNS}
  from path_version v join learning_path l on l.id = v.path_id where v.state = 'in-review'
  order by mine, "submittedAt", "versionId"
  limit 500`;

/** What waits for a second person, the longest waiting first; after it what waits for somebody else. */
@Injectable()
export class ListReviews {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx): Promise<Reviews> {
    return { items: await this.sql.rows('list-reviews', LIST, [ctx.actor.personId]) };
  }
}
