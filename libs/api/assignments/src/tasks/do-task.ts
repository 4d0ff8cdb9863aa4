import { Audit, changeOf, type Ctx, NotFound, Sql, Transactions, type Tx } from '@lms/api-platform';
import type { Task } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { assertMayDo, assertMayUndo, type TaskFacts } from './may-do.js';
import { clean } from './my-tasks.js';
import { describeTasks } from './tasks.sql.js';

const ONE = describeTasks('select * from path_task where id = $3 and $1::uuid is not null');

/** A task that is not part of what somebody is on now is not found, whoever asks. */
const LOCK = `
  select t.person_id as "personId", t.doer, t.assignee_id as "assigneeId", t.done_by as "doneBy"
  from path_task t
  join path_enrolment n on n.id = t.path_enrolment_id and n.state = 'open'
  join path_step s on s.id = t.path_step_id
  join path_stage g on g.id = s.stage_id and g.path_version_id = n.path_version_id
  where t.id = $1 for update of t`;

const FACT = `
  insert into path_task_fact (id, path_task_id, seq, kind, by_id, at, on_date, note)
  select $1::uuid, $2::uuid, coalesce(max(f.seq), 0) + 1, $3::text, $4::uuid, $5::timestamptz, $6::date, $7::text from path_task_fact f where f.path_task_id = $2`;

/** Says that a task is done, or takes that back. Both are facts; what was said before stays to be read. */
@Injectable()
export class DoTask {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly sql: Sql,
  ) {}

  done(ctx: Ctx, id: string, note: string): Promise<Task> {
    return this.say(ctx, id, 'done', note);
  }

  undo(ctx: Ctx, id: string, note: string): Promise<Task> {
    return this.say(ctx, id, 'undone', note);
  }

  private async say(ctx: Ctx, id: string, kind: 'done' | 'undone', note: string): Promise<Task> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const task = await lockTask(tx, id);
      if (kind === 'done') assertMayDo(ctx.actor, task);
      else assertMayUndo(ctx.actor, task);
      // Said twice is said once.
      if ((task.doneBy !== null) === (kind === 'done')) return;
      await tx.query(FACT, [uuid(), id, kind, ctx.actor.personId, ctx.now, ctx.today, note]);
      await this.audit.append(tx, ctx, {
        action: `task.${kind}`,
        targetType: 'path task',
        targetId: id,
        detail: { personId: task.personId },
      });
    });
    const row = await this.sql.row<Task>('task', ONE, [ctx.actor.personId, ctx.today, id]);
    if (!row) throw new NotFound();
    return clean(row);
  }
}

async function lockTask(tx: Tx, id: string): Promise<TaskFacts> {
  const rows: TaskFacts[] = await tx.query(LOCK, [id]);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}
