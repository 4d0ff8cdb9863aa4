import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Subscribers, Transactions } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';
import { testDigests, type TestDigests } from '../testing/test-digests.test.js';
import { FollowBookings } from './follow-bookings.js';

const AT = new Date('2026-11-18T16:00:00Z');

describe('what people are told of sessions', () => {
  let t: TestDigests;
  let transactions: Transactions;
  const subscribers = new Subscribers();
  let organisationId: string;
  let courseId: string;
  let activityId: string;

  beforeAll(async () => {
    t = await testDigests();
    transactions = new Transactions(await t.db.dataSource([]));
    new FollowBookings(subscribers).onModuleInit();
    organisationId = await t.make.organisation();
    courseId = await t.make.course({ title: 'GG 104' });
    const version = await t.make.courseVersion({ courseId, validityMonths: 12 });
    activityId = uuid();
    await t.db.sql(
      `insert into activity (id, lineage_id, course_version_id, position, kind, title) values ($1, $1, $2, 1, 'in-person', 'Webinar')`,
      [activityId, version],
    );
    await t.make.publish(version);
  });
  afterAll(() => t.stop());

  let n = 0;
  const person = async (email = true): Promise<{ id: string; engagementId: string }> => {
    n += 1;
    const id = await t.make.person({ givenName: `P${n}`, ...(email ? { contactEmail: `p${n}@example.org` } : {}) });
    return { id, engagementId: await t.make.engagement({ personId: id, organisationId }) };
  };
  const session = async (startsAt: string): Promise<string> => {
    const id = uuid();
    await t.db.sql(
      `insert into training_session (id, course_id, activity_id, form, starts_at, ends_at, place, planned_by, planned_at)
       values ($1, $2, $3, 'classroom', $4, $4::timestamptz + interval '1 hour', 'Depot', $5, $4)`,
      [id, courseId, activityId, startsAt, (await person()).id],
    );
    return id;
  };
  const book = async (
    who: { id: string; engagementId: string },
    sessionId: string,
    state = 'booked',
  ): Promise<string> => {
    const id = uuid();
    n += 1;
    await t.db.sql(
      `insert into session_booking (id, session_id, person_id, engagement_id, state, queue, key, booked_by, booked_at)
       values ($1, $2, $3, $4, $5, $6, $1, $3, $7)`,
      [id, sessionId, who.id, who.engagementId, state, n, AT],
    );
    return id;
  };
  const happens = (type: string, personId: string, payload: Record<string, string>) =>
    transactions.run({ actorId: null, at: AT }, (tx) => subscribers.tell(tx, type, [{ type, personId, payload }], AT));
  const notices = (personId: string) =>
    t.db.sql<{ kind: string; about: Record<string, unknown> }>(
      `select kind, about - 'bookingId' as about from notice where person_id = $1 order by at, dedupe_key`,
      [personId],
    );
  const mails = (personId: string) =>
    t.db.sql<{ subject: string; text_body: string }>(
      'select subject, text_body from mail where person_id = $1 order by created_at',
      [personId],
    );

  it('stands under Notices at once and in the next mail, unless it was read, once', async () => {
    const [ann, bob] = [await person(), await person()];
    // Mon 23 Nov 2026, half past nine in London.
    const id = await session('2026-11-23T09:30:00Z');
    const [anns, bobs] = [await book(ann, id), await book(bob, id, 'waiting')];
    for (const _ of [1, 2]) await happens('booking.made', ann.id, { bookingId: anns });
    await happens('booking.made', bob.id, { bookingId: bobs });
    const about = { title: 'GG 104', date: '2026-11-23', what: '09:30, Depot' };
    expect(await notices(ann.id)).toEqual([{ kind: 'booked', about }]);
    expect(await notices(bob.id)).toEqual([{ kind: 'booked', about: { ...about, count: 1 } }]);
    await t.db.sql('update notice set read_at = $2 where person_id = $1', [bob.id, AT]);
    await t.send('2026-11-19');
    await t.send('2026-11-20');
    const [mail, ...others] = await mails(ann.id);
    expect([mail?.subject, others.length]).toEqual(['Today: 1 session', 0]);
    expect(mail?.text_body).toContain(
      '- GG 104, 09:30, Depot\n  Somebody has booked it for you: Mon 23 Nov 2026, in 4 days.\n  See your sessions: http',
    );
    expect(await mails(bob.id)).toEqual([]);
    expect(await notices(ann.id)).toHaveLength(1);
  });

  it('says what holds when it is told', async () => {
    const cid = await person();
    const id = await session('2026-11-24T09:30:00Z');
    const booking = await book(cid, id);
    await t.db.sql(
      `update session_booking set state = 'cancelled', cancelled_at = $2, cancel_reason = 'On nights' where id = $1`,
      [booking, AT],
    );
    for (const type of ['booking.made', 'booking.moved-up', 'booking.changed', 'booking.cancelled'])
      await happens(type, cid.id, { bookingId: booking, version: '2' });
    expect(await notices(cid.id)).toEqual([
      { kind: 'booking-cancelled', about: { title: 'GG 104', date: '2026-11-24', what: 'On nights' } },
    ]);
  });

  it('reminds on the day before, a Sunday too; who speaks for somebody without an address is told', async () => {
    const [dot, silent, lead] = [await person(), await person(false), await person()];
    await t.make.grant({ personId: lead.id, role: 'coordinator', organisationId });
    const id = await session('2026-11-30T06:45:00Z');
    for (const who of [dot, silent]) await book(who, id);
    await book(await person(), id, 'waiting');
    for (const day of ['2026-11-28', '2026-11-29', '2026-11-29']) await t.send(day);
    const [mail, ...others] = await mails(dot.id);
    expect([mail?.subject, others.length]).toEqual(['Today: 1 session tomorrow', 0]);
    expect(mail?.text_body).toContain('- GG 104, 06:45, Depot\n  It is on Mon 30 Nov 2026, tomorrow.');
    const about = { title: 'GG 104, 06:45, Depot', date: '2026-11-30', what: 'session-tomorrow' };
    for (const who of [dot, silent]) expect(await notices(who.id)).toEqual([{ kind: 'session-tomorrow', about }]);
    expect(await notices(lead.id)).toEqual([{ kind: 'tell', about: { ...about, personId: silent.id } }]);
    expect(
      await t.db.sql(`select told_on::text from reminder where step = 'day-before' and person_id = any ($1)`, [
        [dot.id, silent.id],
      ]),
    ).toEqual([{ told_on: '2026-11-29' }, { told_on: '2026-11-29' }]);
  });

  it('leaves in peace who is booked before the course is due', async () => {
    const [eve, fay, gil] = [await person(), await person(), await person()];
    for (const who of [eve, fay, gil]) await t.owe(who.id, courseId, '2027-01-08');
    await book(eve, await session('2027-01-07T09:00:00Z'));
    await book(fay, await session('2027-01-11T09:00:00Z'));
    await book(gil, await session('2027-01-06T09:00:00Z'), 'waiting');
    await t.send('2026-12-28');
    const told = await t.db.sql<{ id: string }>(
      `select person_id as id from reminder where step = 'soon-14' and person_id = any ($1)`,
      [[eve.id, fay.id, gil.id]],
    );
    expect(told.map(({ id }) => id).sort()).toEqual([fay.id, gil.id].sort());
  });
});
