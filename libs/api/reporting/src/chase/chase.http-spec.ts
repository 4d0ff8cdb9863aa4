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
    expect(await chase(late, silent, inTime, elsewhere)).toEqual({ reminded: 2, withoutAddress: 1, nothingLate: 2 });
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

  it('is not for learners', async () => {
    const learner = await t.as(await t.make.person());
    expect((await learner.post('/matrix/chase', { personIds: [uuid()] })).status).toBe(403);
    expect((await coordinator.post('/matrix/chase', { personIds: [] })).status).toBe(400);
  });
});
