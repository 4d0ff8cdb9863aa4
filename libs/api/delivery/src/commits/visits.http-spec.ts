import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommitResult, ContentToken, Launch } from '@lms/contracts';
import { type LessonCourse, lessonCourse } from '../../../../../test/http/lesson-course.js';
import { type Answer, type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

let t: TestApp;
let course: LessonCourse;
let person: string;
let client: Client;

const result = (answer: Answer): CommitResult => answer.json<CommitResult>();
const elementsOf = (launch: Launch): Record<string, string> | undefined => launch.states[0]?.elements;

beforeAll(async () => {
  t = await testApp();
  course = await lessonCourse(t);
});
afterAll(() => t.stop());
beforeEach(async () => {
  person = await t.make.person();
  await course.assign(person);
  client = await t.as(person);
});

describe('a sign-in that ends in the middle of a course', () => {
  it('stops neither the commits nor the content', async () => {
    const launch = await course.launch(client);
    await client.post('/auth/sign-out-everywhere');
    expect(await t.db.sql('select from session where person_id = $1 and ended_at is null', [person])).toEqual([]);
    const authorization = `Bearer ${launch.commitToken}`;
    expect((await course.commit(launch, { seq: 1, set: { 'cmi.suspend_data': 'after' } })).status).toBe(200);
    const renewed = await t.anonymous.post(`/launches/${launch.launchId}/content-token`, {}, { authorization });
    expect(renewed.json<ContentToken>().contentTokenSeconds).toBeGreaterThan(0);
    const done = await course.commit(launch, { seq: 2, set: { 'cmi.core.lesson_status': 'completed' }, ended: true });
    expect(result(done)).toMatchObject({ activityDone: true, courseDone: true });
  });

  it('and the content ends with the attempt: a launch that was taken back reads no more', async () => {
    const launch = await course.launch(client);
    await t.db.sql(`update launch set revoked_at = created_at where id = $1`, [launch.launchId]);
    const authorization = `Bearer ${launch.commitToken}`;
    const renewed = await t.anonymous.post(`/launches/${launch.launchId}/content-token`, {}, { authorization });
    expect(renewed.status).toBe(401);
  });
});

describe('two windows on one activity', () => {
  it('the newer takes over, the older hears of it and overwrites nothing, but what it completes counts', async () => {
    const older = await course.launch(client);
    await course.commit(older, { seq: 1, set: { 'cmi.core.lesson_location': '3' } });
    const newer = await course.launch(client);
    expect(elementsOf(newer)).toMatchObject({ 'cmi.core.lesson_location': '3' });
    await course.commit(newer, { seq: 1, set: { 'cmi.core.lesson_location': '5' } });
    const late = result(await course.commit(older, { seq: 2, set: { 'cmi.core.lesson_location': '4' } }));
    expect(late).toMatchObject({ acknowledged: [2], superseded: true, activityDone: false });
    expect(elementsOf(await course.launch(client))).toMatchObject({ 'cmi.core.lesson_location': '5' });
    const done = result(await course.commit(older, { seq: 3, set: { 'cmi.core.lesson_status': 'passed' } }));
    expect(done).toMatchObject({ superseded: true, activityDone: true });
  });
});

describe('time', () => {
  const total = async (): Promise<number> => (await course.launch(client)).states[0]?.totalTime ?? -1;
  const time = (value: string): Record<string, string> => ({ 'cmi.core.session_time': value });

  it('adds each launch once, whatever order its entries come in', async () => {
    const first = await course.launch(client);
    await course.commit(first, { seq: 2, set: time('00:05:00') });
    await course.commit(first, { seq: 1, set: time('00:01:00') });
    const second = await course.launch(client);
    expect(second.states[0]?.totalTime).toBe(30_000);
    await course.commit(second, { seq: 1, set: time('00:00:10') });
    expect(await total()).toBe(31_000);
  });

  it('is not moved by the device’s clock, which may say anything', async () => {
    const launch = await course.launch(client);
    await course.commit(launch, { seq: 1, at: '2031-01-01T00:00:00Z', set: { 'cmi.core.lesson_location': 'future' } });
    await course.commit(launch, { seq: 2, at: '1999-01-01T00:00:00Z', set: { 'cmi.core.lesson_location': 'past' } });
    expect(elementsOf(await course.launch(client))).toMatchObject({ 'cmi.core.lesson_location': 'past' });
    expect(await t.db.sql(`select from attempt where person_id = $1 and updated_at > '2030-01-01'`, [person])).toEqual(
      [],
    );
  });
});

describe('how a visit is left', () => {
  const entry = async (): Promise<string | undefined> => (await course.launch(client)).states[0]?.entry;

  it('says how the next one begins', async () => {
    const first = await course.launch(client);
    expect(first.states[0]?.entry).toBe('ab-initio');
    await course.commit(first, { seq: 1, set: { 'cmi.suspend_data': 's' } });
    expect(await entry()).toBe('resume');
    const left = { 'cmi.core.exit': '', 'waymark.ended': 'true' };
    await course.commit(await course.launch(client), { seq: 1, set: left, ended: true });
    expect(await entry()).toBe('');
    const suspended = { 'cmi.core.exit': 'suspend', 'waymark.ended': 'true' };
    await course.commit(await course.launch(client), { seq: 1, set: suspended, ended: true });
    expect(await entry()).toBe('resume');
  });
});
