import {
  Audit,
  changeOf,
  Conflict,
  type Ctx,
  Invalid,
  NotFound,
  Transactions,
  type Tx,
  assertUnchanged,
} from '@lms/api-platform';
import type { Created, SaveLeaveRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { settle } from '../cycles/settle.js';
import { followTasks, openPathsOf } from '../paths/follow-tasks.js';
import { lockChangedPerson } from '../person/changed-person.js';

interface Engaged {
  personId: string;
  startsOn: string;
  endsOn: string | null;
}

/** An engagement that the actor sees; $1 which, $2 who asks, $3 today. */
const ENGAGED = `
  select e.person_id as "personId", e.starts_on::text as "startsOn", e.ends_on::text as "endsOn" from engagement e
  where e.id = $1 and e.id in (select engagements_in_scope($2, $3))`;

/** Leave of absence from one engagement: due dates wait, and go on when the person is back. */
@Injectable()
export class LeaveOfAbsence {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async add(ctx: Ctx, engagementId: string, leave: SaveLeaveRequest): Promise<Created> {
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const engaged = await this.lock(tx, ctx, engagementId);
      await assertFits(tx, engaged, engagementId, id, leave);
      await tx.query(
        `insert into leave_of_absence (id, engagement_id, from_on, to_on, note, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, engagementId, leave.fromOn, leave.toOn, leave.note, ctx.actor.personId, ctx.now],
      );
      await this.follow(tx, ctx, { ...engaged, engagementId }, 'leave.add', id, { ...leave });
    });
    return { id };
  }

  /** Back earlier or later than expected. */
  async save(ctx: Ctx, id: string, seen: number, leave: SaveLeaveRequest): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { engagementId, version } = await stored(tx, id);
      const engaged = await this.lock(tx, ctx, engagementId);
      assertUnchanged(seen, version);
      await assertFits(tx, engaged, engagementId, id, leave);
      await tx.query(
        'update leave_of_absence set from_on = $2, to_on = $3, note = $4, version = version + 1 where id = $1',
        [id, leave.fromOn, leave.toOn, leave.note],
      );
      await this.follow(tx, ctx, { ...engaged, engagementId }, 'leave.save', id, { ...leave });
    });
  }

  /** Entered by mistake. */
  async withdraw(ctx: Ctx, id: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { engagementId } = await stored(tx, id);
      const engaged = await this.lock(tx, ctx, engagementId);
      await tx.query('update leave_of_absence set withdrawn_at = $2, version = version + 1 where id = $1', [
        id,
        ctx.now,
      ]);
      await this.follow(tx, ctx, { ...engaged, engagementId }, 'leave.withdraw', id, {});
    });
  }

  private async lock(tx: Tx, ctx: Ctx, engagementId: string): Promise<Engaged> {
    const rows: Engaged[] = await tx.query(ENGAGED, [engagementId, ctx.actor.personId, ctx.today]);
    const engaged = rows[0];
    if (!engaged) throw new NotFound();
    await lockChangedPerson(tx, ctx, engaged.personId);
    return engaged;
  }

  private async follow(
    tx: Tx,
    ctx: Ctx,
    { personId, engagementId }: { personId: string; engagementId: string },
    action: string,
    id: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const given = { at: ctx.now, today: ctx.today };
    await settle(tx, given, [personId]);
    await followTasks(tx, given, await openPathsOf(tx, engagementId));
    await this.audit.append(tx, ctx, { action, targetType: 'leave of absence', targetId: id, detail });
  }
}

async function stored(tx: Tx, id: string): Promise<{ engagementId: string; version: number }> {
  const rows: { engagementId: string; version: number }[] = await tx.query(
    `select engagement_id as "engagementId", version from leave_of_absence where id = $1 and withdrawn_at is null for update`,
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

async function assertFits(
  tx: Tx,
  engaged: Engaged,
  engagementId: string,
  id: string,
  leave: SaveLeaveRequest,
): Promise<void> {
  if (leave.fromOn < engaged.startsOn || (engaged.endsOn !== null && leave.toOn > engaged.endsOn)) {
    throw new Invalid([{ path: 'fromOn', message: 'Leave lies within the engagement.' }]);
  }
  const other: object[] = await tx.query(
    `select from leave_of_absence where engagement_id = $1 and id <> $2 and withdrawn_at is null
       and daterange(from_on, to_on, '[]') && daterange($3, $4, '[]')`,
    [engagementId, id, leave.fromOn, leave.toOn],
  );
  if (other.length > 0) throw new Conflict('away-already', 'There is leave for some of these days already.');
}
