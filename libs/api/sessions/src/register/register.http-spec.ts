import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddedWalkIn, CheckedIn, CheckInCode, ClosedRegister, Problem, SessionRegister } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import type { Client } from '../../../../../test/http/test-app.js';
import { SessionDesk, today } from '../testing/session-desk.test.js';

let desk: SessionDesk;
let gareth: Client;
beforeAll(async () => {
  desk = await SessionDesk.open();
  gareth = await desk.as('Gareth');
  await desk.workers('Dunmarsh', 'Ann', 'Bob', 'Cid', 'Dot', 'Eve');
  await desk.workers('Tollbar', 'Tom');
});
afterAll(() => desk.stop());
const ids = (...names: string[]) => names.map((name) => desk.id(name));

const codeOf = async (session: string) => (await gareth.get(`/sessions/${session}/check-in-code`)).json<CheckInCode>();
const checkIn = async (name: string, session: string, code: string) =>
  (await desk.as(name)).post(`/sessions/${session}/check-in`, { code });
const register = async (session: string) => (await gareth.get(`/sessions/${session}/register`)).json<SessionRegister>();
const said = (answer: { json<T>(): T }) => answer.json<Problem>().code;
/** Gareth marks or signs for somebody. */
const entry = async (name: string, session: string) =>
  `/sessions/${session}/register/${await desk.bookingOf(name, session)}`;
const mark = async (name: string, session: string, attendance: string | null) =>
  gareth.put(await entry(name, session), { attendance });
const signs = async (name: string, session: string, more: object = {}) =>
  gareth.post(`${await entry(name, session)}/signature`, { name: `${name} W.`, drawing: 'M10 20L30 40', ...more });
const recorded = async (...names: string[]) =>
  (
    await desk.t.db.sql<{ name: string; day: string; source: string }>(
      `select p.given_name as name, l.completed_on::text as day, l.source from ledger_entry l join person p on p.id = l.person_id
       where l.person_id = any ($1) and l.kind = 'completion' order by p.given_name, l.seq`,
      [ids(...names)],
    )
  ).map(({ name, day, source }) => `${name} ${day} ${source}`);

describe('a register', () => {
  it('records who was there and signed, and nobody who was only booked', async () => {
    const session = await desk.session({ capacity: 3, organisationIds: [desk.org('Dunmarsh')] });
    await desk.book('Rosa', session, ids('Ann', 'Bob', 'Cid', 'Dot'));
    expect(said(await gareth.get(`/sessions/${session}/check-in-code`))).toBe('check-in-closed');
    expect(said(await checkIn('Ann', session, '123456'))).toBe('check-in-closed');
    expect(said(await mark('Ann', session, 'present'))).toBe('register-not-open');
    await desk.begun(session);

    const { code, everySeconds } = await codeOf(session);
    expect([code, everySeconds]).toEqual([expect.stringMatching(/^\d{6}$/), 60]);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(said(await checkIn('Ann', session, wrong))).toBe('wrong-code');
    const signed = await checkIn('Ann', session, code);
    expect(signed.json<CheckedIn>()).toMatchObject({ walkIn: false });
    expect((await checkIn('Ann', session, code)).json<CheckedIn>()).toEqual(signed.json<CheckedIn>());
    // Dot was waiting and has come; Eve was not booked; Tom's employer is not one of those it is for.
    expect((await checkIn('Dot', session, code)).json<CheckedIn>().walkIn).toBe(true);
    expect((await checkIn('Eve', session, code)).json<CheckedIn>().walkIn).toBe(true);
    expect((await checkIn('Tom', session, code)).status).toBe(404);
    expect(said(await checkIn('Gareth', session, code))).toBe('not-bookable');

    expect((await mark('Bob', session, 'present')).status).toBe(204);
    expect(await register(session)).toMatchObject({ present: 4, open: 1, absent: 0, unsigned: 1 });
    const refused = (await gareth.post(`/sessions/${session}/close`)).json<Problem>();
    expect([refused.code, refused.fields?.map(({ message }) => message)]).toEqual([
      'not-signed',
      ['Bob Worker has not signed.'],
    ]);
    expect((await signs('Bob', session, { drawing: '<script>' })).status).toBe(400);
    expect((await signs('Bob', session)).status).toBe(204);
    // Cid has no phone and waits no longer: whom the trainer has on the list they can let in, and nobody else.
    await desk.t.db.sql(`update session_booking set state = 'waiting' where id = $1`, [
      await desk.bookingOf('Cid', session),
    ]);
    const letIn = await gareth.post(`/sessions/${session}/walk-ins`, { personId: desk.id('Cid') });
    expect(letIn.json<AddedWalkIn>().bookingId).toBe(await desk.bookingOf('Cid', session));
    // Eve went after five minutes.
    await mark('Eve', session, 'absent');

    const closed = (await gareth.post(`/sessions/${session}/close`)).json<ClosedRegister>();
    expect(closed).toMatchObject({ recorded: 3, already: 0, absent: 2 });
    expect(await recorded('Ann', 'Bob', 'Cid', 'Dot', 'Eve')).toEqual(
      ['Ann', 'Bob', 'Dot'].map((name) => `${name} ${today} manual`),
    );
    // Twice is once, and what is closed stays.
    expect((await gareth.post(`/sessions/${session}/close`)).json<ClosedRegister>()).toEqual(closed);
    expect(await recorded('Ann')).toHaveLength(1);
    expect(said(await mark('Cid', session, 'present'))).toBe('register-closed');
    expect(said(await checkIn('Cid', session, code))).toBe('check-in-closed');
    expect(await desk.one('Gareth', session)).toMatchObject({
      ...{ state: 'held', present: 3, closedByName: 'Gareth Worker', may: { change: false, register: true } },
    });
    const [kept] = await desk.t.db.sql(`select how, name, drawing from session_signature where booking_id = $1`, [
      await desk.bookingOf('Bob', session),
    ]);
    expect(kept).toEqual({ how: 'signature', name: 'Bob W.', drawing: 'M10 20L30 40' });
  });

  it('completes what it is for; the course with the rest of it', async () => {
    const [courseId, activityId] = await desk.course('Lifting', ['in-person']);
    const session = await desk.session();
    await desk.t.db.sql('update training_session set course_id = $2, activity_id = $3 where id = $1', [
      ...[session, courseId, activityId],
    ]);
    await desk.begun(session);
    await checkIn('Tom', session, (await codeOf(session)).code);
    expect((await desk.one('Tom', session)).otherActivities).toBe(1);
    expect((await gareth.post(`/sessions/${session}/close`)).json<ClosedRegister>()).toMatchObject({ recorded: 1 });
    expect(await recorded('Tom')).toEqual([]);
    const done = await desk.t.db.sql('select state from attempt where person_id = $1', [desk.id('Tom')]);
    expect(done).toEqual([{ state: 'done' }]);
  });

  it('is kept by its trainers and the People Team, never by somebody who learns there', async () => {
    const session = await desk.session();
    await desk.book('Rosa', session, ids('Ann'));
    await desk.begun(session, -10);
    for (const path of ['register', 'check-in-code'])
      expect((await (await desk.as('Gwen')).get(`/sessions/${session}/${path}`)).status).toBe(404);
    expect((await (await desk.as('Gwen')).post(`/sessions/${session}/close`)).status).toBe(404);
    expect((await (await desk.as('Rosa')).get(`/sessions/${session}/register`)).status).toBe(403);
    expect((await (await desk.as('Gwen')).put(await entry('Ann', session), { attendance: 'present' })).status).toBe(
      404,
    );
    expect((await gareth.put(`/sessions/${session}/register/${uuid()}`, { attendance: 'absent' })).status).toBe(404);
    // Open before it begins, closed not before that.
    expect((await mark('Ann', session, 'absent')).status).toBe(204);
    expect((await mark('Ann', session, null)).status).toBe(204);
    expect(said(await gareth.post(`/sessions/${session}/close`))).toBe('register-not-open');
    await desk.begun(session);
    const helen = await desk.as('Helen');
    expect((await helen.post(`/sessions/${session}/walk-ins`, { personId: desk.id('Bob') })).status).toBe(200);
    expect((await gareth.post(`/sessions/${session}/walk-ins`, { personId: desk.id('Cid') })).status).toBe(404);
    expect((await checkIn('Helen', session, (await codeOf(session)).code)).status).toBe(200);
    expect(said(await helen.post(`/sessions/${session}/close`))).toBe('own-presence');
  });

  it('takes ten wrong codes from somebody, and then no other', async () => {
    const session = await desk.session();
    await desk.begun(session);
    const { code } = await codeOf(session);
    const wrong = code.startsWith('0') ? '999999' : '000000';
    for (let n = 0; n < 10; n += 1) expect(said(await checkIn('Cid', session, wrong))).toBe('wrong-code');
    expect(said(await checkIn('Cid', session, code))).toBe('too-many-codes');
    expect((await checkIn('Dot', session, code)).status).toBe(200);
  });
});
