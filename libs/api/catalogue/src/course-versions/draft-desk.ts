import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { DraftDesk } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { instantSql, nameSql } from '../shared/sql-text.js';

/** A person counts as being here for this long after their page last said so. */
const HERE = "interval '1 minute'";

const SEEN = `
  insert into draft_editor as e (course_version_id, person_id, seen_at)
  select v.id, $2, $3 from course_version v where v.id = $1 and v.state = 'draft'
  on conflict (course_version_id, person_id) do update set seen_at = greatest(e.seen_at, excluded.seen_at)`;

const next = (undone: string, order: string): string => `(
  select json_build_object('action', d.action, 'title', d.title) from draft_change d
  where d.course_version_id = v.id and d.person_id = $2 and d.undone_at is ${undone} order by d.id ${order} limit 1)`;

const DESK = `
  select v.version, ${next('null', 'desc')} as undo, ${next('not null', 'asc')} as redo,
    coalesce((
      select json_agg(json_build_object('personId', e.person_id, 'name', ${nameSql('e.person_id')}) order by e.person_id)
      from draft_editor e
      where e.course_version_id = v.id and e.person_id <> $2 and e.seen_at > $3::timestamptz - ${HERE}
    ), '[]') as others,
    (
      select json_build_object('name', ${nameSql('d.person_id')}, 'action', d.action, 'title', d.title,
        'at', ${instantSql('d.at')})
      from draft_change d where d.course_version_id = v.id and d.person_id <> $2 and d.undone_at is null
      order by d.id desc limit 1
    ) as "lastByOther"
  from course_version v where v.id = $1`;

/** Who else has a draft open, whether it changed, and what of one's own can be undone. Asked every few seconds. */
@Injectable()
export class GetDraftDesk {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, versionId: string): Promise<DraftDesk> {
    const values = [versionId, ctx.actor.personId, ctx.now];
    await this.sql.rows('draft-editor-seen', SEEN, values);
    const desk = await this.sql.row<DraftDesk>('draft-desk', DESK, values);
    if (!desk) throw new NotFound();
    return desk;
  }
}
