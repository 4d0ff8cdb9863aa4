import { Injectable } from '@nestjs/common';
import { changeOf, Conflict, type Ctx, NotFound, Sql, Transactions, type Tx } from '@lms/api-platform';
import type { OpenedActivity } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { DescribeOpened } from './describe-opened.js';
import { withdrawnFrom } from './withdrawn-from.js';
import { MY_ACTIVITY, type MyActivity } from './my-activity.js';

interface OpenAttempt {
  id: string;
  state: string;
  doneAt: Date | null;
  /** Its completion stands in the record already and the course is due again. */
  spent: boolean;
}

/** Finds or begins the learner's attempt, and says where its content is. Takes nothing over from another window yet. */
@Injectable()
export class OpenActivity {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly opened: DescribeOpened,
  ) {}

  async run(ctx: Ctx, activityId: string): Promise<OpenedActivity> {
    const activity = await this.sql.row<MyActivity & { withdrawn: boolean }>('my-activity', MY_ACTIVITY, [
      ctx.actor.personId,
      activityId,
      ctx.today,
    ]);
    if (!activity) throw new NotFound();
    if (activity.withdrawn) throw withdrawnFrom();
    if (activity.opensOn && activity.opensOn > ctx.today) {
      throw new Conflict('not-open-yet', `This opens on ${activity.opensOn}.`);
    }
    const attempt = await this.transactions.run(changeOf(ctx), (tx) => findOrBegin(tx, ctx, activity));
    return this.opened.of(ctx.actor.personId, activity, attempt);
  }
}

/**
 * An open attempt goes on; a finished one is shown again, until the course has to be renewed: then a new one begins.
 * Two windows at once begin one attempt.
 */
async function findOrBegin(tx: Tx, ctx: Ctx, activity: MyActivity): Promise<OpenAttempt> {
  const { personId } = ctx.actor;
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 13))', [
    personId,
    activity.activityId,
  ]);
  const latest: (OpenAttempt & { number: number })[] = await tx.query(
    `select t.id, t.state, t.done_at as "doneAt", t.number,
       t.state = 'done' and d.required and exists (
         select from ledger_entry l where l.person_id = any (persons_as(t.person_id)) and l.course_id = t.course_id and l.kind = 'completion'
           and l.recorded_at >= t.done_at
       ) and not coalesce(d.window_from > $3, d.lifetime) as spent
     from attempt t join standing_dates d on d.person_id = t.person_id and d.course_id = t.course_id
     where t.person_id = $1 and t.activity_id = $2 and t.state <> 'abandoned' order by t.number desc limit 1`,
    [personId, activity.activityId, ctx.today],
  );
  const found = latest[0];
  if (found && !found.spent) return found;
  const id = uuid();
  await tx.query(
    `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [id, personId, activity.activityId, activity.courseVersionId, activity.courseId, (found?.number ?? 0) + 1, ctx.now],
  );
  return { id, state: 'open', doneAt: null, spent: false };
}
