import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Launch, PersonAttempts, RuntimeCall, RuntimeLog, RuntimeLogResult } from '@lms/contracts';
import { type LessonCourse, lessonCourse } from '../../../../../test/http/lesson-course.js';
import { type Answer, type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { MOST_CALLS } from './append-runtime-log.js';

let t: TestApp;
let course: LessonCourse;
let learner: string;
let client: Client;
let team: Client;
let launch: Launch;

const call = (n: number, more: Partial<RuntimeCall> = {}): RuntimeCall => ({
  n,
  at: '2026-11-23T10:00:00.000Z',
  sco: 'ITEM-1',
  call: 'LMSSetValue',
  element: 'cmi.core.lesson_location',
  value: `page-${n}`,
  length: 6,
  answer: 'true',
  error: '',
  ...more,
});
const from = (first: number, count: number, more: Partial<RuntimeCall> = {}): RuntimeCall[] =>
  Array.from({ length: count }, (_, at) => call(first + at, more));
const add = (calls: RuntimeCall[], token = launch.commitToken): Promise<Answer> =>
  t.anonymous.post(`/launches/${launch.launchId}/log`, { calls }, { authorization: `Bearer ${token}` });
const log = async (who: Client): Promise<RuntimeLog> =>
  (await who.get(`/courses/${course.courseId}/attempts/${launch.attemptId}/log`)).json<RuntimeLog>();

beforeAll(async () => {
  t = await testApp();
  course = await lessonCourse(t);
  learner = await t.make.person({ givenName: 'Aisha', familyName: 'Karim' });
  await t.make.engagement({ personId: learner, organisationId: await t.make.organisation() });
  await course.assign(learner);
  client = await t.as(learner);
  const adviser = await t.make.person();
  await t.make.grant({ personId: adviser, role: 'people-team' });
  team = await t.as(adviser);
});
afterAll(() => t.stop());
beforeEach(async () => {
  launch = await course.launch(client);
});

describe('the log of an attempt', () => {
  it('is read in order, whatever order and how often it came', async () => {
    expect((await add(from(3, 2))).json<RuntimeLogResult>()).toEqual({ kept: 2, full: false });
    await add([call(2, { error: '405', answer: 'false' }), call(1)]);
    await add(from(3, 2, { value: 'another' }));
    const found = await log(team);
    expect(found).toMatchObject({ courseTitle: 'Working near traffic', personName: 'Aisha Karim', number: 1 });
    const [newest] = found.launches;
    expect(newest).toMatchObject({ launchId: launch.launchId, cutFrom: null });
    expect(newest?.calls.map(({ n, value }) => [n, value])).toEqual([
      [1, 'page-1'],
      [2, 'page-2'],
      [3, 'page-3'],
      [4, 'page-4'],
    ]);
    expect(newest?.calls[1]?.error).toBe('405');
    expect(newest?.receivedAt).not.toBeNull();
  });

  it('is bounded, and says from where on', async () => {
    for (let n = 1; n <= MOST_CALLS; n += 500) await add(from(n, 500));
    expect((await add(from(MOST_CALLS + 1, 10))).json<RuntimeLogResult>()).toEqual({ kept: 0, full: true });
    expect((await add(from(MOST_CALLS + 11, 10))).json<RuntimeLogResult>()).toEqual({ kept: 0, full: true });
    const [newest] = (await log(team)).launches;
    expect(newest?.calls).toHaveLength(MOST_CALLS);
    expect(newest?.cutFrom).toBe(MOST_CALLS + 1);
  });

  it('is appended to with the launch’s own token only', async () => {
    const other = await course.launch(client);
    expect((await add([call(1)], other.commitToken)).status).toBe(401);
    expect((await add([call(1)], 'nothing')).status).toBe(401);
    await t.db.sql('update launch set revoked_at = created_at where id = $1', [launch.launchId]);
    expect((await add([call(1)])).json()).toMatchObject({ code: 'launch-ended' });
  });

  it('takes what content may write, and no character that cannot be kept', async () => {
    expect((await add([call(1, { value: 'a\0b “quoted” \n' })])).status).toBe(200);
    expect((await log(team)).launches[0]?.calls[0]?.value).toBe('ab “quoted” \n');
    expect((await add([call(0)])).status).toBe(400);
    expect((await add(from(1, 501))).status).toBe(400);
  });

  it('is not there for whoever cannot see the person', async () => {
    const author = await t.make.person();
    await t.make.grant({ personId: author, role: 'author' });
    const stranger = await t.as(author);
    expect((await stranger.get(`/courses/${course.courseId}/attempts/${launch.attemptId}/log`)).status).toBe(404);
    expect((await stranger.get(`/people/${learner}/attempts`)).status).toBe(404);
    expect((await client.get(`/courses/${course.courseId}/attempts/${launch.attemptId}/log`)).status).toBe(403);
    const elsewhere = await lessonCourse(t);
    expect((await team.get(`/courses/${elsewhere.courseId}/attempts/${launch.attemptId}/log`)).status).toBe(404);
  });

  it('is found by way of the person’s attempts', async () => {
    const { items } = (await team.get(`/people/${learner}/attempts`)).json<PersonAttempts>();
    expect(items).toMatchObject([{ attemptId: launch.attemptId, courseId: course.courseId, activityTitle: 'Lesson' }]);
    const idle = await t.make.person();
    expect((await team.get(`/people/${idle}/attempts`)).json<PersonAttempts>()).toEqual({ items: [] });
  });
});
