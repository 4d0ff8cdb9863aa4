import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Problems, ReportedProblem, ReportProblemRequest, RuntimeCall } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type LessonCourse, lessonCourse } from '../../../../../test/http/lesson-course.js';
import { type Answer, type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

let t: TestApp;
let course: LessonCourse;
let client: Client;
let author: Client;

const device = {
  userAgent: 'A browser',
  language: 'en-GB',
  timeZone: 'Europe/London',
  screen: '1280 × 800',
  viewport: '1280 × 700',
  pixelRatio: 1,
  online: true,
  touch: false,
  waiting: 0,
};
const call = (n: number): RuntimeCall => ({
  ...{ n, at: '2026-11-23T10:00:00.000Z', sco: 'ITEM-1', call: 'LMSGetValue', element: 'cmi.x', value: '' },
  ...{ length: 0, answer: '', error: '401' },
});
const report = (who: Client, more: Partial<ReportProblemRequest> = {}): Promise<Answer> =>
  who.post(`/my/activities/${course.activityId}/problems`, {
    ...{ id: uuid(), words: 'The last page stays white.', launchId: null, device, calls: [] },
    ...more,
  });
const learner = async (): Promise<Client> => {
  const person = await t.make.person({ givenName: 'Aisha', familyName: 'Karim' });
  await course.assign(person);
  return t.as(person);
};
const mails = (): Promise<{ recipient: string; subject: string; text_body: string }[]> =>
  t.db.sql('select recipient, subject, text_body from mail order by created_at');

beforeAll(async () => {
  t = await testApp();
  const owner = await t.make.person({ givenName: 'Olu', familyName: 'Ade', contactEmail: 'olu@alliance.example' });
  await t.make.grant({ personId: owner, role: 'author' });
  author = await t.as(owner);
  course = await lessonCourse(t, 'scorm12', ['ITEM-1'], owner);
});
afterAll(() => t.stop());
beforeEach(async () => {
  await t.db.sql('delete from mail');
  await t.db.sql('delete from problem_report');
  client = await learner();
});

describe('reporting a problem', () => {
  it('reaches the course’s owner with the words, the device and the log', async () => {
    const launch = await course.launch(client);
    const authorization = `Bearer ${launch.commitToken}`;
    await t.anonymous.post(`/launches/${launch.launchId}/log`, { calls: [call(1), call(2)] }, { authorization });
    const answer = await report(client, { launchId: launch.launchId, calls: [call(2), call(3)] });
    expect(answer.status).toBe(201);
    expect(await mails()).toEqual([
      expect.objectContaining({
        recipient: 'olu@alliance.example',
        subject: 'Problem reported: Working near traffic',
        text_body: expect.stringContaining('The last page stays white.'),
      }),
    ]);
    const { items, openCount } = (await author.get(`/courses/${course.courseId}/problems`)).json<Problems>();
    expect(openCount).toBe(1);
    expect(items).toMatchObject([
      { words: 'The last page stays white.', personName: 'Aisha Karim', device, state: 'open' },
    ]);
    const one = (await author.get(`/problems/${items[0]?.id}`)).json<ReportedProblem>();
    expect(one.calls.map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it('is one report, however often it is sent', async () => {
    const id = uuid();
    expect((await report(client, { id })).status).toBe(201);
    expect((await report(client, { id })).status).toBe(201);
    expect(await mails()).toHaveLength(1);
    expect((await report(await learner(), { id })).status).toBe(409);
  });

  it('does not let one person fill the list', async () => {
    for (let n = 0; n < 6; n += 1) expect((await report(client)).status).toBe(201);
    const refused = await report(client);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '3600']);
    expect((await report(await learner())).status).toBe(201);
  });

  it('is for those who have the course, and takes nobody else’s visit along', async () => {
    const stranger = await t.as(await t.make.person());
    expect((await report(stranger)).status).toBe(404);
    const theirs = await course.launch(await learner());
    await report(client, { launchId: theirs.launchId });
    expect(await t.db.sql('select launch_id from problem_report')).toEqual([{ launch_id: null }]);
  });

  it('needs words', async () => {
    expect((await report(client, { words: '   ' })).status).toBe(400);
  });
});

describe('the list of reports', () => {
  it('is closed and opened again by one person at a time', async () => {
    await report(client);
    const list = async (state: string): Promise<Problems> =>
      (await author.get(`/courses/${course.courseId}/problems?state=${state}`)).json<Problems>();
    const id = (await list('open')).items[0]?.id;
    const settle = (state: string, version: number): Promise<Answer> =>
      author.put(`/problems/${id}`, { state }, { 'if-match': `"${version}"` });
    expect((await settle('closed', 1)).json<ReportedProblem>()).toMatchObject({
      state: 'closed',
      closedByName: 'Olu Ade',
    });
    expect((await settle('open', 1)).status).toBe(412);
    expect([(await list('open')).items, (await list('closed')).items.length]).toEqual([[], 1]);
    expect((await settle('open', 2)).json<ReportedProblem>()).toMatchObject({ state: 'open', closedAt: null });
  });

  it('pages, newest first', async () => {
    for (const words of ['one', 'two', 'three']) await report(client, { words });
    const first = (await author.get(`/courses/${course.courseId}/problems?limit=2`)).json<Problems>();
    expect(first.items.map(({ words }) => words)).toEqual(['three', 'two']);
    const rest = await author.get(`/courses/${course.courseId}/problems?limit=2&cursor=${first.nextCursor}`);
    expect(rest.json<Problems>()).toMatchObject({ items: [{ words: 'one' }], nextCursor: null, openCount: 3 });
  });

  it('is for those who make courses', async () => {
    await report(client);
    expect((await client.get(`/courses/${course.courseId}/problems`)).status).toBe(403);
    expect((await author.get(`/courses/${uuid()}/problems`)).status).toBe(404);
    expect((await author.get(`/problems/${uuid()}`)).status).toBe(404);
  });
});
