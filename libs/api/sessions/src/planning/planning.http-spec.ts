import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MyBookingPage, Problem, SessionCourses, SessionPage, SessionTrainers } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { inHours, SessionDesk } from '../testing/session-desk.test.js';

let desk: SessionDesk;
beforeAll(async () => {
  desk = await SessionDesk.open();
  await desk.workers('Dunmarsh', 'Ann', 'Bob', 'Cid');
  await desk.workers('Tollbar', 'Tom');
});
afterAll(() => desk.stop());
const of = async (by: string, query = '') =>
  (await (await desk.as(by)).get(`/sessions?${query}`)).json<SessionPage>().items.map(({ id }) => id);

describe('planning sessions', () => {
  it('is for the People Team, and for trainers with themselves among the trainers; the same id is one', async () => {
    const plan = { id: uuid(), activityId: desk.activityId, ...desk.plan() };
    const gareth = await desk.as('Gareth');
    for (const _ of [1, 2]) expect((await gareth.post('/sessions', plan)).status).toBe(201);
    expect((await (await desk.as('Gwen')).post('/sessions', plan)).status).toBe(409);
    expect((await (await desk.as('Gwen')).post('/sessions', { ...plan, id: uuid() })).json<Problem>().fields).toEqual([
      { path: 'trainerIds', message: 'You plan your own sessions: be one of the trainers.' },
    ]);
    expect((await (await desk.as('Rosa')).post('/sessions', { ...plan, id: uuid() })).status).toBe(403);
    const [, old] = await desk.course('Old way');
    const faulty = {
      ...{ ...plan, id: uuid(), place: '', trainerIds: [desk.id('Rosa')], organisationIds: [uuid()] },
      ...{ startsAt: inHours(5), endsAt: inHours(5) },
    };
    const problem = (await (await desk.as('Helen')).post('/sessions', faulty)).json<Problem>();
    expect(problem.fields?.map(({ path }) => path)).toEqual(['endsAt', 'place', 'trainerIds', 'organisationIds']);
    await desk.t.db.sql(
      `update course_version set state = 'retired' where id = (select course_version_id from activity where id = $1)`,
      [old],
    );
    expect((await gareth.post('/sessions', { ...plan, id: uuid(), activityId: old })).status).toBe(422);
    expect((await gareth.get('/sessions/courses?q=induct')).json<SessionCourses>().items).toMatchObject([
      { courseId: desk.courseId, activities: [{ activityId: desk.activityId }] },
    ]);
    const trainers = (await gareth.get('/sessions/trainers?q=g')).json<SessionTrainers>();
    expect(trainers.items.map(({ name }) => name)).toEqual(['Gareth Worker', 'Gwen Worker']);
  });

  it('shows sessions to those whose people can be booked, and the link to those who come', async () => {
    const [dunmarsh, tollbar, everybody] = [
      await desk.session({ organisationIds: [desk.org('Dunmarsh')], joinUrl: 'https://meet.example/1', place: '' }),
      await desk.session({ organisationIds: [desk.org('Tollbar')], trainerIds: [desk.id('Gwen')], place: 'Depot 7' }),
      await desk.session({ startsAt: inHours(30), endsAt: inHours(31), capacity: 1, form: 'toolbox-talk' }),
    ];
    await desk.worker('Zoe', 'Larkstone');
    for (const by of ['Ann', 'Zoe', 'Rosa', 'Gareth']) {
      const seen = await of(by);
      expect([by, seen.includes(dunmarsh), seen.includes(everybody)]).toEqual([by, true, true]);
    }
    expect(await of('Tom')).not.toContain(dunmarsh);
    expect(await of('Ann')).not.toContain(tollbar);
    expect((await (await desk.as('Ann')).get(`/sessions/${tollbar}`)).status).toBe(404);
    expect(await of('Helen')).toEqual(expect.arrayContaining([dunmarsh, tollbar, everybody]));
    const left = await desk.t.make.person();
    desk.people['Left'] = left;
    expect(await of('Left')).toEqual([]);

    expect(await desk.one('Ann', dunmarsh)).toMatchObject({ online: true, joinUrl: null, organisations: null });
    await desk.book('Ann', dunmarsh, [desk.id('Ann')]);
    expect((await desk.one('Ann', dunmarsh)).joinUrl).toBe('https://meet.example/1');
    expect(await desk.one('Helen', dunmarsh)).toMatchObject({
      ...{ organisations: [{ name: 'Dunmarsh' }], may: { change: true, register: true, bookOthers: true } },
    });

    const course = `courseId=${desk.courseId}`;
    expect(await of('Helen', `${course}&q=depot`)).toEqual([tollbar]);
    expect(await of('Helen', `${course}&form=toolbox-talk`)).toEqual([everybody]);
    expect(await of('Gwen', 'show=teaching')).toEqual([tollbar]);
    expect(await of('Helen', `from=${desk.day(20)}`)).toEqual([]);
    await desk.book('Bob', everybody, [desk.id('Bob')]);
    expect(await of('Ann', 'show=free')).not.toContain(everybody);
    const first = (await (await desk.as('Helen')).get('/sessions?limit=1')).json<SessionPage>();
    const rest = await of('Helen', `cursor=${first.nextCursor}&limit=100`);
    expect([first.items[0]?.id, rest.includes(everybody)]).toEqual([everybody, false]);
  });

  it('is changed by who keeps it, as it was seen; more room lets those who wait move up', async () => {
    const session = await desk.session({ capacity: 1 });
    await desk.book('Rosa', session, [desk.id('Bob'), desk.id('Cid')]);
    const change = { ...desk.plan({ capacity: 2, place: 'Room 2' }) };
    const put = async (by: string, body: object, seen = 1) =>
      (await desk.as(by)).put(`/sessions/${session}`, body, { 'if-match': `"${seen}"` });
    expect((await put('Gwen', change)).status).toBe(404);
    expect((await put('Gareth', change, 7)).status).toBe(412);
    expect((await put('Gareth', { ...change, trainerIds: [desk.id('Gwen')] })).status).toBe(422);
    expect((await put('Gareth', change)).status).toBe(204);
    expect(await desk.list('Rosa', session)).toEqual(['Bob booked', 'Cid booked']);
    expect((await put('Gareth', { ...change, capacity: 1 }, 2)).json<Problem>().fields).toEqual([
      { path: 'capacity', message: '2 are booked already.' },
    ]);
    // Without a limit nobody has to wait.
    expect(desk.outcomes(await desk.book('Ann', session, [desk.id('Ann')]))).toEqual(['waiting 1']);
    expect((await put('Gareth', { ...change, capacity: null }, 2)).status).toBe(204);
    expect(await desk.list('Rosa', session)).toEqual(['Ann booked', 'Bob booked', 'Cid booked']);
    const events = await desk.t.db.sql<{ type: string; people: string }>(
      `select type, count(*) as people from outbox_event where payload ->> 'bookingId' in (
         select id::text from session_booking where session_id = $1) group by type order by type`,
      [session],
    );
    expect(events.map(({ type, people }) => `${type} ${people}`)).toEqual([
      'booking.changed 2',
      'booking.made 2',
      'booking.moved-up 2',
    ]);
  });

  it('is kept by nobody who has ceased to be a trainer', async () => {
    const session = await desk.session({ trainerIds: [desk.id('Gwen')] });
    await desk.book('Rosa', session, [desk.id('Cid')]);
    const gwen = await desk.as('Gwen');
    expect(await desk.list('Gwen', session)).toEqual(['Cid booked']);
    await desk.t.db.sql(`update role_grant set ends_on = $2 where person_id = $1`, [desk.id('Gwen'), desk.day(-1)]);
    expect(await desk.list('Gwen', session)).toEqual([]);
    const cancelled = await gwen.post(`/bookings/${await desk.bookingOf('Cid', session)}/cancel`, { reason: 'x' });
    expect(cancelled.status).toBe(404);
    await desk.t.db.sql(`update role_grant set ends_on = null where person_id = $1`, [desk.id('Gwen')]);
  });

  it('is cancelled with a reason that those who were to come read', async () => {
    const session = await desk.session();
    await desk.book('Tom', session, [desk.id('Tom')]);
    const cancel = async (by: string) =>
      (await desk.as(by)).post(`/sessions/${session}/cancel`, { reason: 'The trainer is ill' });
    expect((await cancel('Gwen')).status).toBe(404);
    expect((await cancel('Gareth')).status).toBe(204);
    expect((await cancel('Gareth')).json<Problem>().code).toBe('not-planned');
    expect((await desk.book('Tom', session, [desk.id('Tom')])).json<Problem>().code).toBe('not-planned');
    expect(await of('Tom')).not.toContain(session);
    expect(await of('Tom', 'state=cancelled')).toEqual([session]);
    const mine = (await (await desk.as('Tom')).get('/my/bookings?show=past')).json<MyBookingPage>();
    expect(mine.items).toMatchObject([
      { sessionState: 'cancelled', state: 'cancelled', cancelReason: 'The trainer is ill' },
    ]);
  });
});
