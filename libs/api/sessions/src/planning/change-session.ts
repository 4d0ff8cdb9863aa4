import { assertUnchanged, Audit, changeOf, type Ctx, Invalid, Outbox, Transactions, type Tx } from '@lms/api-platform';
import type { ChangeSessionRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { expected } from '../booking/expected.js';
import { assertPlanned, lockKept, type LockedSession } from '../shared/lock-session.js';
import { checkPlan } from './check-plan.js';
import { writeParts } from './write-session.js';

/** Says anew when, where and for whom a session is. Who is booked hears of another time, place or link. */
@Injectable()
export class ChangeSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  run(ctx: Ctx, id: string, seen: number, request: ChangeSessionRequest): Promise<void> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const before = await lockKept(tx, ctx, id);
      assertPlanned(before);
      assertUnchanged(seen, before.version);
      await checkPlan(tx, ctx, request);
      await assertFits(tx, before, request);
      const { form, startsAt, endsAt, place, joinUrl, note, capacity } = request;
      await tx.query(
        `update training_session set form = $2, starts_at = $3, ends_at = $4, place = $5, join_url = $6, note = $7, capacity = $8,
           version = version + 1 where id = $1`,
        [id, form, startsAt, endsAt, place, joinUrl, note, capacity],
      );
      await writeParts(tx, id, request);
      if (isElsewhere(before, request)) await this.tell(tx, ctx, id, before.version + 1);
      await tx.query('select fill_session($1, $2)', [id, ctx.now]);
      const { joinUrl: _, ...detail } = request;
      await this.audit.append(tx, ctx, {
        ...{ action: 'training-session.change', targetType: 'training session', targetId: id, detail },
      });
    });
  }

  private async tell(tx: Tx, ctx: Ctx, id: string, version: number): Promise<void> {
    const people = await expected(tx, id);
    await this.outbox.appendMany(
      tx,
      ctx.now,
      people.map(({ bookingId, personId }) => ({
        ...{ type: 'booking.changed', personId, payload: { bookingId, version: String(version) } },
      })),
    );
  }
}

async function assertFits(tx: Tx, { id, booked }: LockedSession, request: ChangeSessionRequest): Promise<void> {
  if (request.capacity !== null && request.capacity < booked)
    throw new Invalid([{ path: 'capacity', message: `${booked} are booked already.` }]);
  const learning = (await expected(tx, id)).filter(({ personId }) => request.trainerIds.includes(personId));
  if (learning.length > 0)
    throw new Invalid([{ path: 'trainerIds', message: 'Somebody here is booked, and cannot train it too.' }]);
}

const isElsewhere = (before: LockedSession, { startsAt, endsAt, place, joinUrl }: ChangeSessionRequest): boolean =>
  before.startsAt.getTime() !== Date.parse(startsAt) ||
  before.endsAt.getTime() !== Date.parse(endsAt) ||
  before.place !== place ||
  before.joinUrl !== joinUrl;
