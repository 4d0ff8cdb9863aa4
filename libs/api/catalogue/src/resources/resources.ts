import { decodeCursor, likePattern, NotFound, Sql, toPage } from '@lms/api-platform';
import type {
  Resource,
  ResourceItem,
  ResourcePage,
  ResourceQuery,
  ResourceRevision,
  ResourceUse,
} from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { instantSql, nameSql } from '../shared/sql-text.js';

const revisionSql = (row: string): string => `json_build_object(
  'id', ${row}.id, 'number', ${row}.number, 'name', ${row}.name, 'sha256', ${row}.sha256, 'size', ${row}.size,
  'mediaType', ${row}.media_type, 'summary', ${row}.summary, 'seconds', ${row}.seconds, 'pages', ${row}.pages,
  'width', ${row}.width, 'height', ${row}.height, 'captions', (
    select coalesce(json_agg(json_build_object('language', k.language, 'label', k.label, 'sha256', k.sha256) order by k.language), '[]')
    from resource_captions k where k.revision_id = ${row}.id
  ), 'createdAt', ${instantSql(`${row}.created_at`)},
  'createdByName', ${nameSql(`${row}.created_by`)})`;

const ITEM = `
  select r.id, r.kind, r.title, r.version, ${revisionSql('c')} as current,
    (select count(distinct v.course_id)::int from resource_use u join course_version v on v.id = u.course_version_id
      where u.resource_id = r.id and v.state <> 'retired') as courses
  from resource r join resource_revision c on c.resource_id = r.id and c.number = r.current`;

/** Found by their titles and by the names of the files they have and had. */
const LIST = `${ITEM}
  where ($1::text is null or r.title ilike $1
      or exists (select from resource_revision n where n.resource_id = r.id and n.name ilike $1))
    and ($2::text is null or r.kind = $2)
    and ($3::uuid[] is null or r.id = any ($3))
    and ($4::uuid is null or (lower(r.title), r.id) > (select lower(k.title), k.id from resource k where k.id = $4))
  order by lower(r.title), r.id
  limit $5`;

const REVISIONS = `
  select ${revisionSql('v')} as revision from resource_revision v where v.resource_id = $1 order by v.number desc`;

const USES = `
  select c.id as "courseId", c.title as "courseTitle", c.mandatory, v.id as "versionId", v.number, v.state,
    a.title as "activityTitle", n.number as revision
  from resource_use u
  join resource_revision n on n.id = u.revision_id
  join activity a on a.id = u.activity_id
  join course_version v on v.id = u.course_version_id
  join course c on c.id = v.course_id
  where u.resource_id = $1 and v.state <> 'retired'
  order by lower(c.title), c.id, v.number, a.position`;

/** The library: files with a title of their own, and which courses use them. */
@Injectable()
export class Resources {
  constructor(private readonly sql: Sql) {}

  async list(query: ResourceQuery): Promise<ResourcePage> {
    const [after] = decodeCursor(query.cursor, 1);
    const values = [likePattern(query.q), query.kind ?? null, query.ids ?? null, after, query.limit + 1];
    const rows = await this.sql.rows<ResourceItem>('list-resources', LIST, values);
    return toPage(rows, query.limit, (row) => [row.id]);
  }

  /** NotFound when there is none. */
  async one(id: string): Promise<Resource> {
    const [item, revisions, uses] = await Promise.all([
      this.sql.row<ResourceItem>('resource', `${ITEM} where r.id = $1`, [id]),
      this.sql.rows<{ revision: ResourceRevision }>('resource-revisions', REVISIONS, [id]),
      this.sql.rows<ResourceUse>('resource-uses', USES, [id]),
    ]);
    if (!item) throw new NotFound();
    return { ...item, revisions: revisions.map(({ revision }) => revision), uses };
  }
}
