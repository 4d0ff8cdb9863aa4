import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ComingBookings, MyBookingPage, PeopleBooked, Problem, Today } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { AT, inHours, SessionDesk } from '../testing/session-desk.test.js';

let desk: SessionDesk;
beforeAll(async () => {
  desk = await SessionDesk.open();
});
afterAll(() => desk.stop());
const ids = (...names: string[]) => names.map((name) => desk.id(name));

describe('booking', () => {
  it('gives places in order, then turns; what a person cancels goes to the first one waiting', async () => {
    await desk.workers('Dunmarsh', 'Ann', 'Bob', 'Cid', 'Dot');
    const session = await desk.session({ capacity: 2 });
    const preview = await (
      await desk.as('Rosa')
    ).post(`/sessions/${session}/booking-preview`, { personIds: ids('Ann', 'Bob', 'Cid') });
    expect(desk.outcomes(preview)).toEqual(['booked', 'booked', 'waiting 1']);
    expect((await desk.one('Rosa', session)).booked).toBe(0);

    const key = uuid();
    const answer = await desk.book('Rosa', session, ids('Ann', 'Bob', 'Cid'), { key });
    expect(desk.outcomes(answer)).toEqual(['booked', 'booked', 'waiting 1']);
    expect(answer.json<PeopleBooked>()).toMatchObject({ booked: 2, waiting: 1 });
    // Sent twice is booked once, and another key finds them there.
    expect(desk.outcomes(await desk.book('Rosa', session, ids('Ann', 'Bob', 'Cid'), { key }))).toEqual(
      desk.outcomes(answer),
    );
    expect(desk.outcomes(await desk.book('Rosa', session, ids('Cid', 'Ann')))).toEqual(['already 1', 'already']);
    expect(desk.outcomes(await desk.book('Dot', session, ids('Dot')))).toEqual(['waiting 2']);
    expect(await desk.one('Dot', session)).toMatchObject({ booked: 2, waiting: 2, free: 0, mine: { turn: 2 } });

    const ann = await desk.bookingOf('Ann', session);
    expect((await (await desk.as('Ann')).post(`/bookings/${ann}/cancel`, {})).status).toBe(204);
    expect(await desk.list('Rosa', session)).toEqual(['Bob booked', 'Cid booked', 'Dot waiting 1', 'Ann cancelled']);
    expect((await (await desk.as('Ann')).post(`/bookings/${ann}/cancel`, {})).json<Problem>().code).toBe(
      'already-cancelled',
    );
    // The same key does not bring back what was cancelled; another one books anew, behind the others.
    expect(desk.outcomes(await desk.book('Rosa', session, ids('Ann'), { key }))).toEqual(['cancelled']);
    expect(desk.outcomes(await desk.book('Ann', session, ids('Ann')))).toEqual(['waiting 2']);
  });

  it('says of each why they are left as they are, and lets some be passed over', async () => {
    await desk.workers('Dunmarsh', 'Eve', 'Fay', 'Gil', 'Hal', 'Kit');
    await desk.workers('Tollbar', 'Tom');
    await desk.worker('Ivy', 'Dunmarsh', { endsOn: desk.day(1) });
    const [session, other] = [
      await desk.session({ startsAt: inHours(50), endsAt: inHours(52), organisationIds: [desk.org('Dunmarsh')] }),
      await desk.session({ startsAt: inHours(51), endsAt: inHours(53), trainerIds: [desk.id('Gwen')] }),
    ];
    await desk.book('Fay', other, ids('Fay'));
    await desk.t.db.sql(
      `insert into leave_of_absence (id, engagement_id, from_on, to_on, note, entered_by, entered_at)
       values ($1, $2, $3, $4, '', $5, $6)`,
      [uuid(), desk.engagements['Gil Dunmarsh'], desk.day(1), desk.day(9), desk.id('Helen'), AT],
    );
    await desk.t.db.sql(
      `select append_completion($1, $2, (select id from course_version where course_id = $2), $3, $4, 'manual', $5, '{}', $6)`,
      [desk.id('Hal'), desk.courseId, desk.day(-3), desk.day(360), uuid(), AT],
    );
    const all = ids('Eve', 'Fay', 'Gil', 'Hal', 'Ivy', 'Tom', 'Gareth');
    const answer = await desk.book('Helen', session, all);
    expect(desk.outcomes(answer)).toEqual(['booked', 'clash', 'leave', 'valid', 'not-engaged', 'not-open', 'trains']);
    expect(answer.json<PeopleBooked>().items[3]?.validUntil).toBe(desk.day(360));
    // Rosa's reasons do not ask for the course, so what somebody holds in it is not hers to know.
    const rosas = await (await desk.as('Rosa')).post(`/sessions/${session}/booking-preview`, { personIds: ids('Hal') });
    expect(desk.outcomes(rosas)).toEqual(['booked']);
    const insisted = await desk.book('Helen', session, ids('Gil', 'Hal'), { despite: ['valid', 'leave'] });
    expect(desk.outcomes(insisted)).toEqual(['booked', 'booked']);
    expect(desk.outcomes(await desk.book('Tom', other, ids('Tom')))).toEqual(['booked']);
  });

  it('books people whom one sees and may ask, and nobody else', async () => {
    await desk.worker('Lea', 'Dunmarsh', { lead: 'Priya' });
    await desk.workers('Larkstone', 'Max');
    const session = await desk.session();
    expect((await desk.book('Lea', session, ids('Max'))).status).toBe(404);
    expect((await desk.book('Rosa', session, ids('Max', 'Tom'))).status).toBe(404);
    expect((await desk.book('Priya', session, ids('Lea'))).status).toBe(200);
    expect(desk.outcomes(await desk.book('Rosa', session, ids('Max')))).toEqual(['booked']);
    await desk.book('Tom', session, ids('Tom'));
    expect(await desk.list('Rosa', session)).toEqual(['Lea booked', 'Max booked']);
    expect(await desk.list('Priya', session)).toEqual(['Lea booked']);
    expect(await desk.list('Lea', session)).toEqual(['Lea booked']);
    expect(await desk.list('Gareth', session)).toEqual(['Lea booked', 'Max booked', 'Tom booked']);
    expect((await desk.one('Lea', session)).booked).toBe(3);
    // Somebody else's booking is cancelled with a reason, by who may.
    const tom = await desk.bookingOf('Tom', session);
    expect((await (await desk.as('Rosa')).post(`/bookings/${tom}/cancel`, { reason: 'x' })).status).toBe(404);
    const lea = await desk.bookingOf('Lea', session);
    expect((await (await desk.as('Priya')).post(`/bookings/${lea}/cancel`, {})).status).toBe(422);
    expect((await (await desk.as('Priya')).post(`/bookings/${lea}/cancel`, { reason: 'On nights' })).status).toBe(204);
    const mine = await (await desk.as('Lea')).get('/my/bookings?show=past');
    expect(mine.json<MyBookingPage>().items).toMatchObject([{ state: 'cancelled', cancelReason: 'On nights' }]);
  });

  it('stands on the first page beside what is owed: a place rather than a turn', async () => {
    await desk.worker('Wyn', 'Dunmarsh');
    await desk.t.db.sql(
      'insert into assignment (id, person_id, course_id, due_on, opens_on, created_at) values ($1, $2, $3, $4, $5, $6)',
      [uuid(), desk.id('Wyn'), desk.courseId, desk.day(9), desk.day(0), AT],
    );
    const due = async () => (await (await desk.as('Wyn')).get('/my/today')).json<Today>().due;
    expect(await due()).toMatchObject([{ courseId: desk.courseId, inPersonOnly: true, booked: null }]);
    const full = await desk.session({ startsAt: inHours(25), endsAt: inHours(26), capacity: 1 });
    await desk.book('Rosa', full, ids('Bob'));
    await desk.book('Wyn', full, ids('Wyn'));
    expect(await due()).toMatchObject([{ booked: { sessionId: full, startsAt: inHours(25), waiting: true } }]);
    const free = await desk.session({ startsAt: inHours(28), endsAt: inHours(29) });
    await desk.book('Wyn', free, ids('Wyn'));
    expect(await due()).toMatchObject([{ booked: { sessionId: free, waiting: false } }]);
    await (await desk.as('Wyn')).post(`/bookings/${await desk.bookingOf('Wyn', free)}/cancel`, {});
    expect(await due()).toMatchObject([{ booked: { sessionId: full } }]);
  });

  it('shows what is coming for people beside what they owe, each to the employer of that booking', async () => {
    await desk.worker('Ned', 'Dunmarsh');
    await desk.worker('Ned', 'Tollbar');
    const [near, far] = [await desk.session({ startsAt: inHours(24), endsAt: inHours(25) }), await desk.session()];
    await desk.book('Ned', near, ids('Ned'));
    const tollbars = await desk.session({
      startsAt: inHours(48),
      endsAt: inHours(49),
      organisationIds: [desk.org('Tollbar')],
    });
    await desk.book('Ned', tollbars, ids('Ned'));
    await desk.book('Rosa', far, ids('Ned'));
    const coming = async (by: string) =>
      (await (await desk.as(by)).get(`/bookings?personIds=${ids('Ned', 'Tom').join(',')}`))
        .json<ComingBookings>()
        .items.map(({ sessionId }) => sessionId);
    expect(await coming('Rosa')).toEqual([near, far]);
    const mine = (await (await desk.as('Ned')).get('/my/bookings')).json<MyBookingPage>();
    expect(mine.items.map(({ sessionId }) => sessionId)).toEqual([near, tollbars, far]);
    expect(mine.items[2]).toMatchObject({ bookedByName: 'Rosa Worker', mayCancel: true, trainers: ['Gareth Worker'] });
    expect((await (await desk.as('Ned')).get('/bookings?personIds=x')).status).toBe(403);
  });

  it('is given up by an employment that ends before the session', async () => {
    await desk.workers('Tollbar', 'Una', 'Vic');
    const session = await desk.session({ capacity: 1 });
    await desk.book('Una', session, ids('Una'));
    await desk.book('Vic', session, ids('Vic'));
    const engagementId = desk.engagements['Una Tollbar'];
    await desk.t.db.sql('update engagement set ends_on = $2 where id = $1', [engagementId, desk.day(1)]);
    await desk.t.db.sql(
      `insert into outbox_event (at, type, person_id, payload) values (now(), 'engagement.saved', $1, $2)`,
      [desk.id('Una'), { engagementId, personId: desk.id('Una') }],
    );
    await desk.t.drain();
    expect(await desk.list('Helen', session)).toEqual(['Vic booked', 'Una cancelled']);
    const told = await desk.t.db.sql(`select kind from notice where person_id = any ($1) order by kind`, [
      ids('Una', 'Vic'),
    ]);
    expect(told).toEqual([{ kind: 'booking-cancelled' }, { kind: 'moved-up' }]);
  });

  it('goes into one’s own calendar, and out of it again', async () => {
    const session = await desk.session({ capacity: 1 });
    await desk.book('Bob', session, ids('Bob'));
    await desk.book('Cid', session, ids('Cid'));
    const [bob, cid] = [await desk.bookingOf('Bob', session), await desk.bookingOf('Cid', session)];
    const file = async (name: string, id: string) => (await desk.as(name)).get(`/my/bookings/${id}/calendar`);
    const first = await file('Bob', bob);
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(first.body).toMatch(new RegExp(`UID:${bob}@[^]*SEQUENCE:2[^]*SUMMARY:Site induction[^]*STATUS:CONFIRMED`));
    expect((await file('Cid', cid)).body).toContain('STATUS:TENTATIVE');
    expect((await file('Cid', bob)).status).toBe(404);
    await (await desk.as('Bob')).post(`/bookings/${bob}/cancel`, {});
    expect((await file('Bob', bob)).body).toMatch(/METHOD:CANCEL[^]*SEQUENCE:3/);
    expect((await file('Cid', cid)).body).toMatch(/METHOD:PUBLISH[^]*SEQUENCE:3[^]*STATUS:CONFIRMED/);
  });

  it('takes and gives back no place once the session has begun', async () => {
    const session = await desk.session();
    await desk.book('Dot', session, ids('Dot'));
    await desk.begun(session);
    expect((await desk.book('Kit', session, ids('Kit'))).json<Problem>().code).toBe('session-begun');
    const dot = await desk.bookingOf('Dot', session);
    expect((await (await desk.as('Dot')).post(`/bookings/${dot}/cancel`, {})).json<Problem>().code).toBe(
      'session-begun',
    );
  });

  it('gives the last place once, whoever asks at the same moment', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `Q${n}`);
    await desk.workers('Dunmarsh', ...names);
    for (const name of names) await desk.as(name);
    const session = await desk.session({ capacity: 3 });
    const answers = await Promise.all(names.map((name) => desk.book(name, session, ids(name))));
    const outcomes = answers.flatMap((answer) => desk.outcomes(answer)).sort();
    expect(outcomes).toEqual([...Array<string>(3).fill('booked'), ...[1, 2, 3, 4, 5].map((turn) => `waiting ${turn}`)]);
    // Three give theirs back at once: three move up, in order.
    const booked = (await desk.list('Helen', session)).filter((line) => line.endsWith('booked'));
    await Promise.all(
      booked.map(async (line) => {
        const name = line.split(' ')[0] ?? '';
        return (await desk.as(name)).post(`/bookings/${await desk.bookingOf(name, session)}/cancel`, {});
      }),
    );
    expect(await desk.one('Helen', session)).toMatchObject({ booked: 3, waiting: 2 });
    const order = await desk.t.db.sql<{ state: string }>(
      `select state from session_booking where session_id = $1 and state <> 'cancelled' order by queue`,
      [session],
    );
    expect(order.map(({ state }) => state)).toEqual(['booked', 'booked', 'booked', 'waiting', 'waiting']);
    // One person, two sessions at the same time, both at once: one of them is a clash.
    const then = { startsAt: inHours(20), endsAt: inHours(21) };
    const twins = [await desk.session(then), await desk.session({ ...then, trainerIds: [desk.id('Gwen')] })];
    const both = await Promise.all(twins.map((twin) => desk.book('Kit', twin, ids('Kit'))));
    expect(both.flatMap((answer) => desk.outcomes(answer)).sort()).toEqual(['booked', 'clash']);
  });
});
