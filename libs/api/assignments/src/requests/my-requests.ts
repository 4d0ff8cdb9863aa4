import { Audit, changeOf, type Ctx, NotFound, Sql, Transactions } from '@lms/api-platform';
import type { MyRequest, MyRequests as Answer } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

/** $1 person. */
const MINE = `
  select distinct on (r.course_id) r.id, r.kind, r.course_id as "courseId", r.due_on::text as "dueOn", r.why, r.state,
    to_char(r.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt",
    (select concat_ws(' ', d.given_name, d.family_name) from person d where d.id = r.decided_by) as "decidedByName", r.decision
  from learner_request r
  where r.person_id = $1 and r.state <> 'withdrawn'
    and (r.state <> 'waiting' or exists (select from waiting_request w where w.id = r.id))
  order by r.course_id, r.asked_at desc`;

/** What a learner has asked for themselves, and taking it back while nobody has decided. */
@Injectable()
export class MyRequests {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async list(ctx: Ctx): Promise<Answer> {
    const rows = await this.sql.rows<MyRequest>('my-requests', MINE, [ctx.actor.personId]);
    return { items: rows.toSorted((a, b) => b.askedAt.localeCompare(a.askedAt)) };
  }

  /** NotFound for what is not theirs or has been decided. */
  async withdraw(ctx: Ctx, id: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const gone: object[] = await tx.query(
        `with gone as (
           update learner_request set state = 'withdrawn', version = version + 1
           where id = $1 and person_id = $2 and state = 'waiting' returning id)
         select id from gone`,
        [id, ctx.actor.personId],
      );
      if (gone.length === 0) throw new NotFound();
      await this.audit.append(tx, ctx, {
        action: 'learner-request.withdraw',
        targetType: 'learner request',
        targetId: id,
      });
    });
  }
}
