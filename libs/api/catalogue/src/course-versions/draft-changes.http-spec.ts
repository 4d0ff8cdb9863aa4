import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Course, CourseVersion, Created, DraftDesk, Problem } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Answer, type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

let t: TestApp;
let helen: Client;
let daniel: Client;
let courseId: string;
let draft: string;

beforeAll(async () => {
  t = await testApp();
  const [a, b] = [
    await t.make.person({ givenName: 'Helen', familyName: 'Marsh' }),
    await t.make.person({ givenName: 'Daniel', familyName: 'Osei' }),
  ];
  for (const personId of [a, b]) await t.make.grant({ personId, role: 'author' });
  [helen, daniel] = [await t.as(a), await t.as(b)];
});
afterAll(() => t.stop());
beforeEach(async () => {
  courseId = (await helen.post('/courses', { code: uuid().slice(-12), title: 'Incursions' })).json<Created>().id;
  draft = (await version()).id;
});

const version = async (): Promise<CourseVersion> =>
  (await helen.get(`/courses/${courseId}`)).json<Course>().versions[0]!;
const titles = async () => (await version()).activities.map((activity) => activity.title);
const match = (seen: number) => ({ 'if-match': `"${seen}"` });
const add = async (who: Client, title: string): Promise<string> =>
  (await who.post(`/course-versions/${draft}/activities`, { kind: 'in-person', title })).json<Created>().id;
const activity = async (id: string) => (await version()).activities.find((one) => one.id === id)!;
const save = async (who: Client, id: string, change: object): Promise<Answer> => {
  const { title, minutes, version: seen } = await activity(id);
  return who.put(`/activities/${id}`, { title, minutes, ...change }, match(seen));
};
const remove = async (who: Client, id: string) => who.delete(`/activities/${id}`, match((await activity(id)).version));
const order = async (who: Client, activityIds: string[]) =>
  who.put(`/course-versions/${draft}/order`, { activityIds }, match((await version()).version));
const settings = async (who: Client, change: object, seen?: number) => {
  const { validityMonths, minutes, version: now } = await version();
  return who.put(`/course-versions/${draft}`, { validityMonths, minutes, ...change }, match(seen ?? now));
};
const undo = (who: Client) => who.post(`/course-versions/${draft}/undo`);
const redo = (who: Client) => who.post(`/course-versions/${draft}/redo`);
const desk = async (who: Client) => (await who.post(`/course-versions/${draft}/desk`)).json<DraftDesk>();
const codeOf = (answer: Answer) => answer.json<Problem>().code;

/** A video with captions, as an upload becomes one. */
async function video(): Promise<string> {
  const personId = (await helen.get('/me')).json<{ personId: string }>().personId;
  const id = uuid();
  const insert = `insert into upload (id, kind, name, size, sha256, state, activity_kind, media_type, seconds, created_by, created_at)
    values ($1, $2, $3, 10, $4, 'ready', $5, 'video/mp4', 124.5, $6, '2026-01-05T09:00:00Z')`;
  await t.db.sql(insert, [id, 'video', 'taper.mp4', 'b'.repeat(64), 'video', personId]);
  const words = uuid();
  await t.db.sql(insert, [words, 'captions', 'taper.vtt', 'c'.repeat(64), null, personId]);
  const made = await helen.post(`/course-versions/${draft}/activities`, {
    kind: 'upload',
    uploadId: id,
    title: 'Taper',
  });
  const activityId = made.json<Created>().id;
  await helen.post(`/activities/${activityId}/captions`, { uploadId: words, language: 'en', label: 'English' });
  return activityId;
}

describe('how a draft is renewed', () => {
  it('is saved, refused where it makes no sense, undone, and goes on in copies', async () => {
    const refresher = (await helen.post('/courses', { code: uuid().slice(-12), title: 'Refresher' })).json<Created>()
      .id;
    const usual = (await version()).renewal;
    const renewal = { ...usual, windowDays: 90, lapse: 'refresher', refresherDays: 28, refresherCourseId: refresher };
    expect((await settings(helen, { renewal })).status).toBe(200);
    expect(await version()).toMatchObject({ renewal, renewalCourses: [{ id: refresher, title: 'Refresher' }] });
    // Saved without it, it stays.
    await settings(helen, { minutes: 50 });
    expect((await version()).renewal).toEqual(renewal);
    const refused = async (change: object) => (await settings(helen, { renewal: { ...usual, ...change } })).status;
    expect(await refused({ refresherCourseId: courseId })).toBe(422);
    expect([
      await refused({ anchor: 'fixed-dates' }),
      await refused({ anchor: 'fixed-dates', dates: ['02-30'] }),
      await refused({ lapse: 'remainder' }),
      await refused({ windowDays: -1 }),
    ]).toEqual([400, 400, 400, 400]);
    const copy = { code: uuid().slice(-12), title: 'A copy' };
    const copied = (await helen.post(`/courses/${courseId}/duplicate`, copy)).json<Created>().id;
    expect((await helen.get(`/courses/${copied}`)).json<Course>().versions[0]?.renewal).toEqual(renewal);
    await undo(helen);
    await undo(helen);
    expect((await version()).renewal).toEqual(usual);
    await redo(helen);
    expect((await version()).renewal).toEqual(renewal);
  });
});

describe('undoing in a draft', () => {
  it('takes back and does again every kind of edit, one after the other', async () => {
    const [a, b] = [await add(helen, 'A'), await add(helen, 'B')];
    await order(helen, [b, a]);
    await save(helen, a, { title: 'A, renamed', minutes: 12 });
    await settings(helen, { minutes: 55, validityMonths: 24 });
    await remove(helen, b);
    const end = await version();
    expect(end).toMatchObject({ minutes: 55, validityMonths: 24, activities: [{ title: 'A, renamed', minutes: 12 }] });
    const states: string[][] = [];
    for (let step = 0; step < 6; step += 1) {
      expect((await undo(helen)).status).toBe(200);
      states.push(await titles());
    }
    expect(states).toEqual([['B', 'A, renamed'], ['B', 'A, renamed'], ['B', 'A'], ['A', 'B'], ['A'], []]);
    expect(await version()).toMatchObject({ minutes: 30, validityMonths: null });
    expect(codeOf(await undo(helen))).toBe('nothing-to-undo');
    for (let step = 0; step < 6; step += 1) expect((await redo(helen)).status).toBe(200);
    expect(await version()).toMatchObject({
      minutes: 55,
      validityMonths: 24,
      activities: [{ title: 'A, renamed', minutes: 12 }],
    });
    expect(codeOf(await redo(helen))).toBe('nothing-to-undo');
  });

  it('brings a removed video back with its file, captions and settings, in its place', async () => {
    await add(helen, 'First');
    const id = await video();
    await add(helen, 'Last');
    await save(helen, id, { title: 'The taper', minutes: 3 });
    const before = await activity(id);
    const file = () => t.db.sql('select * from activity where id = $1', [id]);
    const [stored] = await file();
    await remove(helen, id);
    expect(await titles()).toEqual(['First', 'Last']);
    const kept = await t.db.sql<{ sha256: string }>('select distinct sha256 from draft_change_file order by 1');
    expect(kept.map((row) => row.sha256)).toEqual(['b'.repeat(64), 'c'.repeat(64)]);
    await undo(helen);
    expect(await titles()).toEqual(['First', 'The taper', 'Last']);
    expect(await activity(id)).toEqual({ ...before, version: before.version + 1 });
    expect(await file()).toEqual([{ ...stored, version: before.version + 1 }]);
  });

  it('is one step for what is typed into the same field within a minute', async () => {
    const id = await add(helen, 'A');
    for (const title of ['A b', 'A bc', 'A bcd']) await save(helen, id, { title });
    await undo(helen);
    expect(await titles()).toEqual(['A']);
    await redo(helen);
    expect(await titles()).toEqual(['A bcd']);
  });

  it('ends what could be done again at the next change, and keeps a hundred steps', async () => {
    const id = await add(helen, 'A');
    await save(helen, id, { title: 'B' });
    await undo(helen);
    await save(helen, id, { minutes: 4 });
    expect(codeOf(await redo(helen))).toBe('nothing-to-undo');
    for (let n = 0; n < 104; n += 1) await save(helen, id, n % 2 ? { title: `T${n}` } : { minutes: n + 1 });
    const [count] = await t.db.sql<{ n: number }>(
      'select count(*)::int as n from draft_change where course_version_id = $1',
      [draft],
    );
    expect(count?.n).toBe(100);
  });

  it('never touches what somebody else did in between', async () => {
    const [a, b] = [await add(helen, 'A'), await add(helen, 'B')];
    await remove(helen, a);
    await add(daniel, 'C');
    await save(daniel, b, { title: 'B by Daniel' });
    expect((await undo(helen)).status).toBe(200);
    expect(await titles()).toEqual(['A', 'B by Daniel', 'C']);
    await save(helen, a, { title: 'A by Helen' });
    await save(daniel, a, { title: 'A by Daniel' });
    expect(codeOf(await undo(helen))).toBe('changed-since');
    expect(await titles()).toEqual(['A by Daniel', 'B by Daniel', 'C']);
    expect((await undo(daniel)).status).toBe(200);
    expect(await titles()).toEqual(['A by Helen', 'B by Daniel', 'C']);
  });

  it('is over once the draft stands still or is published', async () => {
    await add(helen, 'A');
    await helen.post(`/course-versions/${draft}/submit`);
    expect(codeOf(await undo(helen))).toBe('in-review');
    await helen.post(`/course-versions/${draft}/publish`);
    expect(codeOf(await undo(helen))).toBe('published-stays');
    expect(await t.db.sql('select from draft_change where course_version_id = $1', [draft])).toHaveLength(0);
  });
});

describe('two people in one draft', () => {
  it('cannot overwrite each other in the same activity, and are told who was faster', async () => {
    const id = await add(helen, 'A');
    const { version: seen } = await activity(id);
    expect((await save(daniel, id, { minutes: 9 })).status).toBe(200);
    const late = await helen.put(`/activities/${id}`, { title: 'Mine', minutes: null }, match(seen));
    expect([late.status, codeOf(late)]).toEqual([412, 'changed-meanwhile']);
    expect(late.json<Problem>().detail).toContain('Daniel Osei changed this');
    expect((await helen.delete(`/activities/${id}`, match(seen))).status).toBe(412);
    expect((await helen.put(`/activities/${id}`, { title: 'x' })).status).toBe(428);
    expect(await titles()).toEqual(['A']);
  });

  it('may change different things at once', async () => {
    const [a, b] = [await add(helen, 'A'), await add(helen, 'B')];
    const { version: seen } = await version();
    await save(daniel, b, { title: 'B2' });
    await add(daniel, 'C');
    expect((await settings(helen, { minutes: 44 }, seen)).status).toBe(200);
    expect((await helen.put(`/activities/${a}`, { title: 'A2' }, match(1))).status).toBe(200);
    const again = await settings(daniel, { minutes: 10 }, seen);
    expect(again.status).toBe(412);
    expect(again.json<Problem>().detail).toContain('Helen Marsh changed this');
  });

  it('do not undo each other’s order by accident', async () => {
    const ids = [await add(helen, 'A'), await add(helen, 'B')];
    const { version: seen } = await version();
    await order(daniel, ids.toReversed());
    const late = await helen.put(`/course-versions/${draft}/order`, { activityIds: ids }, match(seen));
    expect(codeOf(late)).toBe('changed-meanwhile');
  });

  it('see that the other is there, and what each can undo', async () => {
    const id = await add(helen, 'A');
    expect((await desk(helen)).others).toEqual([]);
    expect(await desk(daniel)).toMatchObject({
      others: [{ name: 'Helen Marsh' }],
      undo: null,
      lastByOther: { name: 'Helen Marsh', action: 'activity.add', title: 'A' },
    });
    await save(helen, id, { title: 'B' });
    await undo(helen);
    expect(await desk(helen)).toMatchObject({
      version: (await version()).version,
      others: [{ name: 'Daniel Osei' }],
      undo: { action: 'activity.add', title: 'A' },
      redo: { action: 'activity.save', title: 'B' },
    });
  });
});
