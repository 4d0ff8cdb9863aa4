import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Chased, NoticePage } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const today = londonDate(new Date());
const AT = '2026-01-05T09:00:00Z';

describe('reminding people of what is late', () => {
  let t: TestApp;
  let coordinator: Client;
  let organisationId: string;
  let courseId: string;

  beforeAll(async () => {
    t = await testApp();
    organisationId = await t.make.organisation({ name: 'Dunmarsh' });
    courseId = await t.make.course({ title: 'Plant' });
    await t.make.publish(await t.make.courseVersion({ courseId }));
    const id = await t.make.person();
    await t.make.grant({ personId: id, role: 'coordinator', organisationId });
    coordinator = await t.as(id);
  });
  afterAll(() => t.stop());

  const worker = async (due: number, email?: string, at = organisationId): Promise<string> => {
    const personId = await t.make.person(email ? { contactEmail: email } : {});
    const engagementId = await t.make.engagement({ personId, organisationId: at });
    const [assignment, request, dueOn] = [uuid(), uuid(), addDays(today, due)];
    await t.db.sql(
      `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at) values ($1, $2, 'because', '{}', 'given', $3, $4)`,
      [request, courseId, personId, AT],
    );
    await t.db.sql(
      `insert into assignment (id, person_id, course_id, due_on, created_at, state) values ($1, $2, $3, $4, $5, 'open')`,
      [assignment, personId, courseId, dueOn, AT],
    );
    await t.db.sql(
      `insert into assignment_reason (id, assignment_id, kind, request_id, engagement_id, due_on, since) values ($1, $2, 'person', $3, $4, $5, $6)`,
      [uuid(), assignment, request, engagementId, dueOn, AT],
    );
    return personId;
  };
  const chase = async (...personIds: string[]) =>
    (await coordinator.post('/matrix/chase', { personIds })).json<Chased>();
  const mailsTo = (personId: string) =>
    t.db.sql<{ subject: string }>('select subject from mail where person_id = $1', [personId]);
  const noticesOf = async (personId: string) =>
    (await (await t.as(personId)).get('/my/notices')).json<NoticePage>().items;

  it('mails whoever is late and was not mailed today, once, and puts it under the notices of all', async () => {
    const [late, silent, inTime] = [
      await worker(-3, 'late@example.org'),
      await worker(-9),
      await worker(9, 'in@example.org'),
    ];
    const elsewhere = await worker(-3, 'elsewhere@example.org', await t.make.organisation());
    expect(await chase(late, silent, inTime, elsewhere)).toEqual({
      reminded: 2,
      withoutAddress: 1,
      nothingLate: 2,
      booked: 0,
    });
    await t.drain();
    expect(await mailsTo(late)).toEqual([{ subject: 'Today: 1 overdue' }]);
    for (const id of [silent, inTime, elsewhere]) expect(await mailsTo(id)).toEqual([]);
    expect(await noticesOf(silent)).toMatchObject([{ kind: 'overdue', title: 'Plant' }]);
    expect(await noticesOf(elsewhere)).toEqual([]);
    // Again on the same day: still one mail, and one notice.
    await chase(late);
    await t.drain();
    expect(await mailsTo(late)).toHaveLength(1);
    expect(await noticesOf(late)).toHaveLength(1);
  });

  it('mails nobody who had the mail of the day, and keeps what was told from being told as news', async () => {
    const [had, fresh] = [await worker(-3, 'had@example.org'), await worker(-3, 'fresh@example.org')];
    await t.db.sql('insert into digest (person_id, on_date) values ($1, $2)', [had, today]);
    await chase(had, fresh);
    await t.drain();
    expect(await mailsTo(had)).toEqual([]);
    expect(await noticesOf(had)).toHaveLength(1);
    expect(await t.db.sql('select step from reminder where person_id = $1', [fresh])).toEqual([{ step: 'overdue-1' }]);
  });

  it('leaves in peace who has a place in a session of all that is late, and nobody who waits for one', async () => {
    const [booked, waiting] = [await worker(-3, 'booked@example.org'), await worker(-3, 'waiting@example.org')];
    const [version, activity, session] = [await t.make.courseVersion({ courseId, number: 2 }), uuid(), uuid()];
    await t.db.sql(
      `insert into activity (id, lineage_id, course_version_id, position, kind, title) values ($1, $1, $2, 1, 'in-person', 'Talk')`,
      [activity, version],
    );
    await t.db.sql(
      `insert into training_session (id, course_id, activity_id, form, starts_at, ends_at, place, planned_by, planned_at)
       values ($1, $2, $3, 'classroom', $4, $4::timestamptz + interval '1 hour', 'Depot', $5, $6)`,
      [session, courseId, activity, `${addDays(today, 2)}T09:00:00Z`, booked, AT],
    );
    await t.db.sql(
      `insert into session_booking (id, session_id, person_id, engagement_id, state, queue, key, booked_by, booked_at)
       select gen_random_uuid(), $1, e.person_id, e.id, case e.person_id when $2 then 'booked' else 'waiting' end,
         row_number() over (), $1, e.person_id, $4
       from engagement e where e.person_id in ($2, $3)`,
      [session, booked, waiting, AT],
    );
    expect(await chase(booked, waiting)).toEqual({ reminded: 1, withoutAddress: 0, nothingLate: 0, booked: 1 });
    await t.drain();
    expect([await mailsTo(booked), (await mailsTo(waiting)).length]).toEqual([[], 1]);
  });

  it('is not for learners', async () => {
    const learner = await t.as(await t.make.person());
    expect((await learner.post('/matrix/chase', { personIds: [uuid()] })).status).toBe(403);
    expect((await coordinator.post('/matrix/chase', { personIds: [] })).status).toBe(400);
  });
});
