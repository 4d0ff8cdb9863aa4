import { type Ctx, Transactions, type Tx } from '@lms/api-platform';
import type { SessionBooking, SessionRegister } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { SESSION_BOOKING, SESSION_BOOKING_FROM } from '../booking/session-booking.sql.js';
import { shownTimes } from '../planning/get-session.js';
import { instantSql, nameSql } from '../shared/instant.sql.js';
import { readKept } from '../shared/lock-session.js';
import { assertNotCancelled } from './check-in-codes.js';

const ENTRIES = `
  select ${SESSION_BOOKING}, s.state = 'planned' and s.starts_at > $2 as "mayCancel"
  from ${SESSION_BOOKING_FROM} where b.session_id = $1 and b.state = 'booked'
  order by lower(p.family_name), lower(p.given_name), b.id`;
const CLOSED = `
  select ${instantSql('s.closed_at')} as "closedAt", ${nameSql('s.closed_by')} as "closedByName"
  from training_session s where s.id = $1`;

@Injectable()
export class GetRegister {
  constructor(private readonly transactions: Transactions) {}

  run(ctx: Ctx, id: string): Promise<SessionRegister> {
    return this.transactions.run({ actorId: ctx.actor.personId, at: ctx.now }, (tx) => this.read(tx, ctx, id));
  }

  private async read(tx: Tx, ctx: Ctx, id: string): Promise<SessionRegister> {
    const session = await readKept(tx, ctx, id);
    assertNotCancelled(session);
    const [closed]: Pick<SessionRegister, 'closedAt' | 'closedByName'>[] = await tx.query(CLOSED, [id]);
    const entries: SessionBooking[] = await tx.query(ENTRIES, [id, ctx.now]);
    const count = (holds: (entry: SessionBooking) => boolean): number => entries.filter(holds).length;
    return {
      ...{ sessionId: id, state: session.state, entries },
      checkIn: shownTimes({ startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() }),
      closedAt: closed?.closedAt ?? null,
      closedByName: closed?.closedByName ?? null,
      present: count(({ attendance }) => attendance === 'present'),
      absent: count(({ attendance }) => attendance === 'absent'),
      open: count(({ attendance }) => attendance === null),
      unsigned: count(({ attendance, signed }) => attendance === 'present' && signed === null),
    };
  }
}
