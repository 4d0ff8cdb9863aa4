import { Audit, changeOf, type Ctx, Outbox, Sql, Transactions, type Tx } from '@lms/api-platform';
import type { BookPeopleRequest, PeopleBooked, PersonBooked, PreviewBookings } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertSessionSeen } from '../shared/assert-seen.js';
import { assertToCome, lockSession } from '../shared/lock-session.js';
import { type Decided, decideBookings, shownDecision } from './decide-bookings.js';
import { writeBookings } from './write-bookings.js';

/** Who is booked somewhere else meanwhile waits here; always in one order. */
const LOCK_PEOPLE = `
  select pg_advisory_xact_lock(hashtextextended(k.id::text, 68)) from (select id from unnest($1::uuid[]) u(id) order by id) k`;

/** Books oneself, or people whom one looks after: places as long as there are, then the waiting list. */
@Injectable()
export class BookPeople {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** What booking these would do now. It is decided in the same way and changes nothing. */
  async preview(ctx: Ctx, sessionId: string, request: PreviewBookings): Promise<PeopleBooked> {
    await assertSessionSeen(this.sql, ctx, sessionId);
    return this.transactions.run({ actorId: ctx.actor.personId, at: ctx.now }, async (tx) => {
      const decided = await this.decide(tx, ctx, sessionId, request);
      return summed(decided.map((one) => shownDecision(one, { ...asker(ctx), bookingId: null })));
    });
  }

  async run(ctx: Ctx, sessionId: string, request: BookPeopleRequest): Promise<PeopleBooked> {
    await assertSessionSeen(this.sql, ctx, sessionId);
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const decided = await this.decide(tx, ctx, sessionId, request);
      const ids = await this.book(tx, ctx, sessionId, request.key, decided);
      return summed(
        decided.map((one) =>
          shownDecision(one, {
            ...{ ...asker(ctx), key: request.key },
            bookingId: ids.get(one.candidate.personId) ?? null,
          }),
        ),
      );
    });
  }

  private async decide(
    tx: Tx,
    ctx: Ctx,
    sessionId: string,
    request: PreviewBookings & { key?: string },
  ): Promise<Decided[]> {
    const session = await lockSession(tx, ctx, sessionId);
    assertToCome(session, ctx.now);
    await tx.query(LOCK_PEOPLE, [request.personIds]);
    return decideBookings(tx, ctx, session, request);
  }

  private async book(
    tx: Tx,
    ctx: Ctx,
    sessionId: string,
    key: string,
    decided: readonly Decided[],
  ): Promise<Map<string, string>> {
    const bookings = decided.flatMap(({ candidate: { personId, engagementId }, booked: { outcome } }) =>
      engagementId !== null && (outcome === 'booked' || outcome === 'waiting')
        ? [{ personId, engagementId, state: outcome }]
        : [],
    );
    if (bookings.length === 0) return new Map();
    const ids = await writeBookings(tx, ctx, { sessionId, key }, bookings);
    const byOthers = [...ids].filter(([personId]) => personId !== ctx.actor.personId);
    await this.outbox.appendMany(
      tx,
      ctx.now,
      byOthers.map(([personId, bookingId]) => ({ type: 'booking.made', personId, payload: { bookingId } })),
    );
    await this.audit.append(tx, ctx, {
      ...{ action: 'booking.add', targetType: 'training session', targetId: sessionId },
      detail: { personIds: [...ids.keys()] },
    });
    return ids;
  }
}

const asker = (ctx: Ctx): { key: null; by: string } => ({ key: null, by: ctx.actor.personId });

const summed = (items: PersonBooked[]): PeopleBooked => ({
  items,
  booked: items.filter(({ outcome }) => outcome === 'booked').length,
  waiting: items.filter(({ outcome }) => outcome === 'waiting').length,
});
