import { Audit, changeOf, Conflict, type Ctx, Transactions, type Tx } from '@lms/api-platform';
import { DeliveryFacade } from '@lms/api-delivery';
import type { ClosedRegister } from '@lms/contracts';
import { londonDate } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { FORM_WORDS } from '../shared/form-words.js';
import { lockKept, type LockedSession } from '../shared/lock-session.js';
import { assertRegisterOpen } from './check-in-codes.js';

interface Present {
  bookingId: string;
  personId: string;
  name: string;
  signed: boolean;
}

const PRESENT = `
  select b.id as "bookingId", b.person_id as "personId", concat_ws(' ', p.given_name, p.family_name) as name,
    exists (select from session_signature g where g.booking_id = b.id) as signed
  from session_booking b join person p on p.id = b.person_id
  where b.session_id = $1 and b.state = 'booked' and b.attendance = 'present' order by p.family_name, p.given_name, b.id`;
/** $1 session, $2 people, $3 the attempts that were recorded for them, $4 who, $5 when. */
const KEEP = `
  update session_booking b set attempt_id = k.attempt_id, attendance = coalesce(b.attendance, 'absent'),
    marked_by = case when b.attendance is null then $4 else b.marked_by end,
    marked_at = case when b.attendance is null then $5 else b.marked_at end, version = b.version + 1
  from session_booking x left join unnest($2::uuid[], $3::uuid[]) k(person_id, attempt_id) on k.person_id = x.person_id
  where b.id = x.id and x.session_id = $1 and x.state = 'booked'`;
const CLOSED = `
  select s.closed_at as "closedAt", count(b.attempt_id)::int as recorded,
    count(*) filter (where b.attendance = 'present' and b.attempt_id is null)::int as already,
    count(*) filter (where b.attendance = 'absent')::int as absent
  from training_session s left join session_booking b on b.session_id = s.id and b.state = 'booked'
  where s.id = $1 group by s.id`;

/** Records everybody who was there, all in one, and with that the session is held. Twice is once. */
@Injectable()
export class CloseRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly delivery: DeliveryFacade,
    private readonly audit: Audit,
  ) {}

  run(ctx: Ctx, id: string): Promise<ClosedRegister> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const session = await lockKept(tx, ctx, id);
      if (session.state !== 'held') await this.close(tx, ctx, session);
      const [closed]: (Omit<ClosedRegister, 'closedAt'> & { closedAt: Date })[] = await tx.query(CLOSED, [id]);
      if (!closed) throw new Error(`No session ${id}`);
      return { ...closed, closedAt: closed.closedAt.toISOString() };
    });
  }

  private async close(tx: Tx, ctx: Ctx, session: LockedSession): Promise<void> {
    const { id, activityId } = session;
    assertRegisterOpen(session, ctx.now);
    if (session.startsAt > ctx.now) throw new Conflict('register-not-open', 'The session has not begun.');
    const present: Present[] = await tx.query(PRESENT, [id]);
    assertSigned(ctx, present);
    const lastDay = londonDate(session.endsAt);
    const recorded = await this.delivery.recordInPerson(tx, ctx, {
      ...{ activityId, personIds: present.map(({ personId }) => personId), note: noteOf(session) },
      // The last day of it, or today where it was shorter than it was planned.
      completedOn: lastDay < ctx.today ? lastDay : ctx.today,
    });
    await tx.query(KEEP, [
      ...[id, recorded.map(({ personId }) => personId), recorded.map(({ attemptId }) => attemptId)],
      ...[ctx.actor.personId, ctx.now],
    ]);
    await tx.query(
      `update training_session set state = 'held', closed_by = $2, closed_at = $3, version = version + 1 where id = $1`,
      [id, ctx.actor.personId, ctx.now],
    );
    await this.audit.append(tx, ctx, {
      ...{ action: 'training-session.close', targetType: 'training session', targetId: id },
      detail: { personIds: recorded.map(({ personId }) => personId) },
    });
  }
}

const noteOf = ({ form, place }: LockedSession): string =>
  [FORM_WORDS[form], place].filter((part) => part !== '').join(', ');

function assertSigned(ctx: Ctx, present: readonly Present[]): void {
  if (present.some(({ personId }) => personId === ctx.actor.personId))
    throw new Conflict('own-presence', 'Somebody else has to record what you did yourself.');
  const unsigned = present.filter(({ signed }) => !signed);
  if (unsigned.length === 0) return;
  throw new Conflict(
    'not-signed',
    'Not everybody who is present has signed. Let them sign, or say that they were not there.',
    unsigned.map(({ bookingId, name }) => ({ path: bookingId, message: `${name} has not signed.` })),
  );
}
