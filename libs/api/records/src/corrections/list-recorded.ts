import { type Ctx, decodeCursor, inScopeSql, Sql, toPage } from '@lms/api-platform';
import type { Recorded, RecordedItem, RecordedQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

/** $1 who recorded, $2 today, $3 and $4 the last row of the page before, $5 how many. */
const LIST = `
  select r.id, r.person_id as "personId", concat_ws(' ', coalesce(p.known_as, p.given_name), p.family_name) as name,
    c.title as "courseTitle", a.title as "activityTitle", r.completed_on::text as "completedOn", r.note,
    canonical_instant(r.recorded_at) as "recordedAt", l.seq, coalesce(is_revoked(l.person_id, l.seq), false) as "takenBack"
  from in_person_record r
  join person p on p.id = r.person_id
  join attempt t on t.id = r.attempt_id
  join activity a on a.id = t.activity_id
  join course c on c.id = t.course_id
  left join ledger_entry l on l.person_id = r.person_id and l.kind = 'completion' and l.source_id = r.attempt_id
    and l.course_id = t.course_id
  where r.recorded_by = $1 and not same_person(r.person_id, $1) and ${inScopeSql('r.person_id', '$1', '$2')}
    and ($3::timestamptz is null or (r.recorded_at, r.id) < ($3, $4::uuid))
  order by r.recorded_at desc, r.id desc limit $5`;

/** What somebody recorded in person about others whom they still see, newest first. */
@Injectable()
export class ListRecorded {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: RecordedQuery): Promise<Recorded> {
    const [at, id] = decodeCursor(query.cursor, 2);
    const values = [ctx.actor.personId, ctx.today, at, id, query.limit + 1];
    const rows = await this.sql.rows<RecordedItem>('list-recorded', LIST, values);
    return toPage(rows, query.limit, (row) => [row.recordedAt, row.id]);
  }
}
