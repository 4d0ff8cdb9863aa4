import { type Ctx, decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { AssignmentRequest, AssignmentRequestPage } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

/** $1 who asks, $2 whether they decide: those see all, others their own. */
const SELECT = `
  select q.id, q.course_id as "courseId", q.path_id as "pathId", coalesce(c.title, l.title) as title, q.why, q.due_on::text as "dueOn",
    (select count(*)::int from assignment_request_person p where p.request_id = q.id) as people, q.state,
    q.asked_by as "askedById", concat_ws(' ', b.given_name, b.family_name) as "askedByName",
    to_char(q.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt",
    (select concat_ws(' ', d.given_name, d.family_name) from person d where d.id = q.decided_by) as "decidedByName", q.decision,
    q.state in ('waiting', 'given') as "mayWithdraw"
  from assignment_request q left join course c on c.id = q.course_id left join learning_path l on l.id = q.path_id join person b on b.id = q.asked_by
  where (q.asked_by = $1 or $2::boolean)`;

const PAGE = `${SELECT} and ($3::timestamptz is null or (q.asked_at, q.id) < ($3::timestamptz, $4::uuid))
  order by q.asked_at desc, q.id desc limit $5`;

/** What people have asked others to learn, the newest first. */
@Injectable()
export class ListRequests {
  constructor(private readonly sql: Sql) {}

  async page(ctx: Ctx, query: { cursor?: string | undefined; limit: number }): Promise<AssignmentRequestPage> {
    const [askedAt, id] = decodeCursor(query.cursor, 2);
    const rows = await this.sql.rows<AssignmentRequest>('assignment-requests', PAGE, [
      ...who(ctx),
      askedAt,
      id,
      query.limit + 1,
    ]);
    return toPage(rows, query.limit, (row) => [row.askedAt, row.id]);
  }

  async one(ctx: Ctx, id: string): Promise<AssignmentRequest> {
    const row = await this.sql.row<AssignmentRequest>('assignment-request', `${SELECT} and q.id = $3`, [
      ...who(ctx),
      id,
    ]);
    if (!row) throw new NotFound();
    return row;
  }
}

const who = (ctx: Ctx): [string, boolean] => [ctx.actor.personId, ctx.actor.permissions.has('assignments.decide')];
