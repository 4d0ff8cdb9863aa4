import { type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { Task, TaskPage, TaskQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { isPeopleTeam } from './may-do.js';
import { describeTasks, DONE_TASKS, OPEN_TASKS } from './tasks.sql.js';

/** $4 and $5 the place to go on from, $6 how many. */
const OPEN_PAGE = `${describeTasks(`
  select t.* from (${OPEN_TASKS}) t where ($4::date is null or (t.due_on, t.id) > ($4::date, $5::uuid))
  order by t.due_on, t.id limit $6`)} order by t.due_on, t.id`;
const OPEN_COUNT = `select count(*)::int as total from (${OPEN_TASKS}) t`;
/** $3 and $4 the place to go on from, $5 how many. */
const DONE_PAGE = `${describeTasks(`
  select t.* from (${DONE_TASKS}) t where ($3::timestamptz is null or (t.done_at, t.id) < ($3::timestamptz, $4::uuid))
  order by t.done_at desc, t.id desc limit $5`)} order by t.done_at desc, t.id desc`;
const DONE_COUNT = `select count(*)::int as total from (${DONE_TASKS}) t`;

@Injectable()
export class MyTasks {
  constructor(private readonly sql: Sql) {}

  run(ctx: Ctx, query: TaskQuery): Promise<TaskPage> {
    return query.state === 'open' ? this.open(ctx, query) : this.done(ctx, query);
  }

  /** What the actor has to do for others and for themselves, the most urgent first. */
  private async open(ctx: Ctx, { cursor, limit }: TaskQuery): Promise<TaskPage> {
    const [dueOn, id] = decodeCursor(cursor, 2);
    const who = [ctx.actor.personId, ctx.today, isPeopleTeam(ctx.actor)];
    const [counted, rows] = await Promise.all([
      this.sql.row<{ total: number }>('tasks-open-count', OPEN_COUNT, who),
      this.sql.rows<Task>('tasks-open', OPEN_PAGE, [...who, dueOn, id, limit + 1]),
    ]);
    return { ...toPage(rows.map(clean), limit, (row) => [row.dueOn, row.id]), total: counted?.total ?? 0 };
  }

  private async done(ctx: Ctx, { cursor, limit }: TaskQuery): Promise<TaskPage> {
    const [doneAt, id] = decodeCursor(cursor, 2);
    const [counted, rows] = await Promise.all([
      this.sql.row<{ total: number }>('tasks-done-count', DONE_COUNT, [ctx.actor.personId]),
      this.sql.rows<Task>('tasks-done', DONE_PAGE, [ctx.actor.personId, ctx.today, doneAt, id, limit + 1]),
    ]);
    return { ...toPage(rows.map(clean), limit, (row) => [row.doneAt ?? '', row.id]), total: counted?.total ?? 0 };
  }
}

/** Nobody has no name. */
export const clean = (task: Task): Task => ({
  ...task,
  assigneeName: task.assigneeName || null,
  doneByName: task.doneByName || null,
});
