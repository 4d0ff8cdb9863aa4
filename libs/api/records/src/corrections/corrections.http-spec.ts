import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CompletionEntry, Consequences, Corrected, PersonRecord, Recorded } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const dayFrom = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
const FIRST = dayFrom(-40);

describe('corrections of a record', () => {
  let t: TestApp;
  let adviser: Client;
  let trainerId: string;
  let trainer: Client;
  let operativeId: string;
  let courseId: string;
  let activityId: string;

  beforeAll(async () => {
    t = await testApp();
    const adviserId = await t.make.person({ givenName: 'Helen', familyName: 'Marsh' });
    await t.make.grant({ personId: adviserId, role: 'people-team' });
    adviser = await t.as(adviserId);
    const organisationId = await t.make.organisation({ name: 'Dunmarsh Surfacing' });
    trainerId = await t.make.person({ givenName: 'Tom', familyName: 'Brackley' });
    await t.make.grant({ personId: trainerId, role: 'trainer' });
    operativeId = await t.make.person({ givenName: 'Aisha', familyName: 'Karim' });
    await t.make.engagement({ personId: operativeId, organisationId, lineManagerId: trainerId });
    trainer = await t.as(trainerId);
    courseId = await t.make.course({ code: 'TBT', title: 'Toolbox talk' });
    const version = await t.make.courseVersion({ courseId, validityMonths: 12 });
    activityId = uuid();
    await t.db.sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', 'Talk')`,
      [activityId, version],
    );
    await t.make.publish(version);
    const [request, owes] = [uuid(), uuid()];
    await t.db.sql(
      `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at)
       values ($1, $2, 'w', '{}', 'given', $3, '2026-01-05T09:00:00Z')`,
      [request, courseId, adviserId],
    );
    await t.db.sql(
      `insert into assignment (id, person_id, course_id, created_at, due_on) values ($1, $2, $3, '2026-01-05T09:00:00Z', $4)`,
      [owes, operativeId, courseId, dayFrom(-1)],
    );
    await t.db.sql(
      `insert into assignment_reason (id, assignment_id, kind, request_id, due_on, since) values ($1, $2, 'person', $3, $4, '2026-01-05T09:00:00Z')`,
      [uuid(), owes, request, dayFrom(-1)],
    );
  });
  afterAll(() => t.stop());

  const recorded = (completedOn: string, personId = operativeId) =>
    trainer.post(`/activities/${activityId}/in-person`, { personIds: [personId], completedOn, note: '' });
  const record = async () => (await adviser.get(`/people/${operativeId}/record`)).json<PersonRecord>();
  const standing = async () => (await record()).courses[0];
  /** Whether what was asked at first is still to be done; once it is, only its renewal is. */
  const owed = async () => {
    const rows = await t.db.sql<{ due: string }>(
      `select due_on::text as due from assignment where person_id = $1 and state = 'open'`,
      [operativeId],
    );
    return rows.some(({ due }) => due === dayFrom(-1));
  };
  const at = (seq: number, end = '') => `/people/${operativeId}/completions/${seq}/take-back${end}`;
  const reason = { reasonCode: 'wrong-person' };

  it('shows what follows, changes nothing by that, and then does exactly that', async () => {
    expect((await recorded(FIRST)).status).toBe(200);
    expect(await standing()).toMatchObject({ standing: 'valid', completedOn: FIRST });
    const preview = await adviser.post(at(1, '/preview'), reason);
    expect(preview.json<Consequences>()).toEqual({
      courses: [
        {
          courseId,
          title: 'Toolbox talk',
          before: { standing: 'valid', dueOn: expect.any(String), validUntil: expect.any(String) },
          after: { standing: 'overdue', dueOn: dayFrom(-1), validUntil: null },
        },
      ],
      paths: [],
      certificates: [expect.stringMatching(/^[0-9A-Z]{12}$/)],
    });
    expect(await standing()).toMatchObject({ standing: 'valid' });
    expect(await owed()).toBe(false);

    const taken = await adviser.post(at(1), { ...reason, note: 'It was Ayesha Kareem.' });
    expect(taken.json<Corrected>()).toEqual({ seq: 2 });
    expect(await standing()).toMatchObject({ standing: 'overdue', validUntil: null });
    expect(await owed()).toBe(true);
    expect((await record()).completions).toMatchObject([{ seq: 1, revoked: true }]);
    const events = await t.db.sql(`select payload from outbox_event where type = 'completion.revoked'`);
    expect(events).toEqual([{ payload: { personId: operativeId, courseId } }]);
  });

  it('takes nothing back twice', async () => {
    expect((await adviser.post(at(1), reason)).json<Corrected>()).toEqual({ seq: null });
    const other = await adviser.post(at(1), { reasonCode: 'not-done' });
    expect([other.status, other.json()]).toEqual([409, expect.objectContaining({ code: 'taken-back-already' })]);
  });

  it('is done again from the start after that', async () => {
    expect((await recorded(FIRST)).json()).toEqual({ recorded: 1, already: 0 });
    expect((await recorded(FIRST)).json()).toEqual({ recorded: 0, already: 1 });
    expect(await standing()).toMatchObject({ standing: 'valid', completedOn: FIRST });
    expect(await owed()).toBe(false);
  });

  it('lets a trainer take back what they recorded, and nothing else', async () => {
    expect((await trainer.post(at(3), { reasonCode: 'other' })).status).toBe(422);
    expect((await trainer.post(at(3), { reasonCode: 'wrong-date' })).json<Corrected>()).toEqual({ seq: 4 });
    const request = { id: uuid(), courseId, completedOn: dayFrom(-3), note: 'Seen on the sheet' };
    expect((await trainer.post(`/people/${operativeId}/completions`, request)).status).toBe(403);
    expect((await adviser.post(`/people/${operativeId}/completions`, request)).json<Corrected>()).toEqual({ seq: 5 });
    expect((await adviser.post(`/people/${operativeId}/completions`, request)).json<Corrected>()).toEqual({
      seq: null,
    });
    expect((await trainer.post(at(5), reason)).status).toBe(404);
    expect((await adviser.post(at(99), reason)).status).toBe(404);
  });

  it('shows a trainer what they recorded, and one entry of it; nobody else’s', async () => {
    // Of themselves nobody takes anything back, however it came to be there.
    await t.db.sql(`select record_in_person($1, $2, $4, $3, $3, $5, '', $6)`, [
      ...[uuid(), uuid(), trainerId, activityId, FIRST, new Date().toISOString()],
    ]);
    const list = async (query = '') => (await trainer.get(`/my/recorded${query}`)).json<Recorded>();
    const first = await list('?limit=1');
    expect(first.items).toMatchObject([{ name: 'Aisha Karim', courseTitle: 'Toolbox talk', seq: 3, takenBack: true }]);
    const second = await list(`?limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ seq: 1, completedOn: FIRST, takenBack: true }], nextCursor: null });
    expect((await adviser.get('/my/recorded')).json<Recorded>().items).toEqual([]);
    const entry = (seq: number, client = trainer) => client.get(`/people/${operativeId}/completions/${seq}`);
    expect((await entry(3)).json<CompletionEntry>()).toEqual({
      ...{ name: 'Aisha Karim', title: 'Toolbox talk', completedOn: FIRST, takenBack: true },
    });
    // What the adviser recorded is not the trainer's to look at.
    expect((await entry(5)).status).toBe(404);
    expect((await entry(5, adviser)).json<CompletionEntry>()).toMatchObject({ takenBack: false });
    expect((await entry(2, adviser)).status).toBe(404);
    expect((await (await t.as(await t.make.person())).get('/my/recorded')).status).toBe(403);
  });

  it('replaces a completion in one act, with the validity that was said', async () => {
    const request = {
      id: uuid(),
      courseId,
      completedOn: dayFrom(-400),
      replaces: { seq: 5, reasonCode: 'wrong-date' },
    };
    const preview = await adviser.post(`/people/${operativeId}/completions/preview`, request);
    expect(preview.json<Consequences>().courses[0]?.after).toMatchObject({ standing: 'expired' });
    const made = await adviser.post(`/people/${operativeId}/completions`, { ...request, validUntil: dayFrom(100) });
    expect(made.json<Corrected>()).toEqual({ seq: 7 });
    expect(await standing()).toMatchObject({ standing: 'valid', completedOn: dayFrom(-400), validUntil: dayFrom(100) });
    const verified = await t.db.sql(
      `select count(*)::int as n from ledger_entry where person_id = $1 and kind = 'revocation'`,
      [operativeId],
    );
    expect(verified).toEqual([{ n: 3 }]);
  });

  it('shows what a refresher renews, though that is counted only at the end, and what goes with it again', async () => {
    const personId = await t.make.person();
    const titled = async (title: string) => {
      const id = await t.make.course({ title });
      return {
        id,
        version: await t.make.courseVersion({ courseId: id, validityMonths: title === 'Whole' ? 60 : undefined }),
      };
    };
    const [whole, refresher, units] = [await titled('Whole'), await titled('Refresher'), await titled('Units')];
    await t.db.sql(
      `update course_version set refresher_course_id = $2, remainder_course_id = $3, lapse = 'remainder' where id = $1`,
      [whole.version, refresher.id, units.id],
    );
    for (const { version } of [whole, refresher, units]) await t.make.publish(version);
    const add = (course: { id: string }, days: number, end = '') =>
      adviser.post(`/people/${personId}/completions${end}`, {
        id: uuid(),
        courseId: course.id,
        completedOn: dayFrom(days),
      });
    const titles = (answer: { json<T>(): T }) => answer.json<Consequences>().courses.map(({ title }) => title);
    const stands = async () => {
      const { completions } = (await adviser.get(`/people/${personId}/record`)).json<PersonRecord>();
      return completions.filter(({ revoked }) => !revoked).map(({ title }) => title);
    };
    expect((await add(whole, -1800)).status).toBe(200);
    expect(titles(await add(refresher, -1, '/preview'))).toEqual(['Refresher', 'Whole']);
    const { seq } = (await add(refresher, -1)).json<Corrected>();
    expect(await stands()).toEqual(['Whole', 'Refresher', 'Whole']);
    const back = `/people/${personId}/completions/${seq}/take-back`;
    expect(titles(await adviser.post(`${back}/preview`, reason))).toEqual(['Refresher', 'Whole']);
    expect((await adviser.post(back, reason)).status).toBe(200);
    expect(await stands()).toEqual(['Whole']);

    // After a lapse both were needed, so both have to stand.
    await t.db.sql(`select revoke_completion($1, 1, 'wrong-date', '{}', now())`, [personId]);
    expect((await add(whole, -2000)).status).toBe(200);
    const first = (await add(refresher, -20)).json<Corrected>();
    expect((await add(units, -10)).status).toBe(200);
    expect(await stands()).toEqual(['Whole', 'Units', 'Refresher', 'Whole']);
    expect((await adviser.post(`/people/${personId}/completions/${first.seq}/take-back`, reason)).status).toBe(200);
    expect(await stands()).toEqual(['Units', 'Whole']);
  });

  it('says no to one’s own record, to tomorrow, and to a day before the day', async () => {
    const own = await t.db.sql<{ id: string }>(`select id from person where given_name = 'Helen'`);
    const to = (id: string, body: object) =>
      adviser.post(`/people/${id}/completions`, { id: uuid(), courseId, completedOn: dayFrom(-1), ...body });
    expect((await to(own[0]?.id ?? '', {})).status).toBe(409);
    expect((await to(operativeId, { completedOn: dayFrom(2) })).status).toBe(422);
    expect((await to(operativeId, { validUntil: dayFrom(-9) })).status).toBe(422);
    expect((await to(operativeId, { courseId: uuid() })).status).toBe(404);
  });

  it('asks again for the other steps of a choice that is not made any more', async () => {
    const [pathId, pathVersion, stage, choice] = [uuid(), uuid(), uuid(), uuid()];
    const other = await t.make.course({ title: 'Another talk' });
    const AT = '2026-01-05T09:00:00Z';
    await t.db.sql(`insert into learning_path (id, code, title, kind, created_at) values ($1, 'P', 'P', 'role', $2)`, [
      pathId,
      AT,
    ]);
    await t.db.sql(`insert into path_version (id, path_id, number, created_at) values ($1, $2, 1, $3)`, [
      pathVersion,
      pathId,
      AT,
    ]);
    await t.db.sql(
      `insert into path_stage (id, path_version_id, position, title, day_offset) values ($1, $2, 1, 'S', 0)`,
      [stage, pathVersion],
    );
    await t.db.sql(`insert into path_choice (id, stage_id, position, need) values ($1, $2, 1, 1)`, [choice, stage]);
    const steps = [courseId, other].map((course) => ({ id: uuid(), course }));
    for (const [index, step] of steps.entries())
      await t.db.sql(
        `insert into path_step (id, stage_id, position, course_id, choice_id) values ($1, $2, $3, $4, $5)`,
        [step.id, stage, index + 1, step.course, choice],
      );
    const [engagement] = await t.db.sql<{ id: string }>(`select id from engagement where person_id = $1`, [
      operativeId,
    ]);
    const enrolment = uuid();
    await t.db.sql(
      `insert into path_enrolment (id, person_id, engagement_id, path_id, path_version_id, anchor_on, opens_on, given_on, created_at)
       values ($1, $2, $3, $4, $5, $6, $6, $6, $7)`,
      [enrolment, operativeId, engagement?.id, pathId, pathVersion, dayFrom(-10), AT],
    );
    const owes = uuid();
    await t.db.sql(`insert into assignment (id, person_id, course_id, created_at) values ($1, $2, $3, $4)`, [
      owes,
      operativeId,
      other,
      AT,
    ]);
    await t.db.sql(
      `insert into assignment_reason (id, assignment_id, kind, path_enrolment_id, path_step_id, since) values ($1, $2, 'path', $3, $4, $5)`,
      [uuid(), owes, enrolment, steps[1]?.id, AT],
    );
    const state = () =>
      t.db.sql(
        `select a.state, r.ended_why from assignment a join assignment_reason r on r.assignment_id = a.id where a.id = $1`,
        [owes],
      );
    // What is done already makes the choice once something looks.
    const again = { id: uuid(), courseId, completedOn: dayFrom(-2), replaces: { seq: 7, reasonCode: 'wrong-date' } };
    expect((await adviser.post(`/people/${operativeId}/completions`, again)).json<Corrected>()).toEqual({ seq: 9 });
    expect(await state()).toEqual([{ state: 'closed', ended_why: 'choice-made' }]);
    const preview = await adviser.post(at(9, '/preview'), reason);
    expect(preview.json<Consequences>().paths).toEqual([{ title: 'P', doneBefore: 1, doneAfter: 0, total: 1 }]);
    expect((await adviser.post(at(9), reason)).status).toBe(200);
    expect(await state()).toEqual([{ state: 'open', ended_why: null }]);
  });
});
