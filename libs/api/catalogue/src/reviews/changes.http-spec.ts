import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Course, CourseVersion, Created, VersionChanges } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const AT = '2026-01-05T09:00:00Z';
let t: TestApp;
let author: Client;
let me: string;
let courseId: string;

beforeAll(async () => {
  t = await testApp();
  me = await t.make.person({ givenName: 'Helen', familyName: 'Marsh' });
  await t.make.grant({ personId: me, role: 'author' });
  author = await t.as(me);
  courseId = (await author.post('/courses', { code: 'TTM', title: 'Traffic management' })).json<Created>().id;
});
afterAll(() => t.stop());

const versions = async () => (await author.get(`/courses/${courseId}`)).json<Course>().versions;
const newest = async (): Promise<CourseVersion> => (await versions())[0]!;
const changes = async () =>
  (await author.get(`/course-versions/${(await newest()).id}/changes`)).json<VersionChanges>();
const named = async (title: string) => (await newest()).activities.find((one) => one.title === title)!;
const save = async (title: string, change: object) => {
  const { id, version, minutes, noSpeech } = await named(title);
  const saved = await author.put(
    `/activities/${id}`,
    { title, minutes, noSpeech, ...change },
    { 'if-match': `"${version}"` },
  );
  expect(saved.status).toBe(200);
};
const remove = async (title: string) => {
  const { id, version } = await named(title);
  await author.delete(`/activities/${id}`, { 'if-match': `"${version}"` });
};
const add = async (body: object) => author.post(`/course-versions/${(await newest()).id}/activities`, body);
const page = (html: string) => ({ kind: 'page', html });
async function upload(kind: string, name: string, sha: string): Promise<string> {
  const id = uuid();
  await t.db.sql(
    `insert into upload (id, kind, name, size, sha256, state, activity_kind, media_type, seconds, created_by, created_at)
     values ($1, $2, $3, 2048, $4, 'ready', $5, 'application/pdf', 60, $6, $7)`,
    [id, kind, name, sha.repeat(64), kind === 'captions' ? null : kind, me, AT],
  );
  return id;
}

describe('what a reviewer is shown', () => {
  it('is nothing to compare for the first version', async () => {
    expect(await changes()).toEqual({ against: null, settings: [], activities: [] });
  });

  it('is what came, went, moved and changed since the version that is taught', async () => {
    const bankId = uuid();
    await t.db.sql(`insert into question_bank (id, title, created_at) values ($1, 'Lane closures', $2)`, [bankId, AT]);
    const practical = {
      kind: 'practical',
      instructions: '',
      items: [{ id: uuid(), text: 'Sets the taper', critical: false }],
      assessors: { trainers: true, lineManagers: false, personIds: [] as string[] },
      photos: false,
    };
    await add({ kind: 'settings', title: 'Rules', settings: page('<p>Keep left of the cones.</p>') });
    await add({ kind: 'settings', title: 'Setting out', settings: practical });
    await add({ kind: 'upload', title: 'Handbook', uploadId: await upload('document', 'handbook.pdf', 'a') });
    await add({ kind: 'upload', title: 'Film', uploadId: await upload('video', 'film.mp4', 'b') });
    await save('Film', { noSpeech: true });
    await add({ kind: 'in-person', title: 'Talk' });
    await author.post(`/course-versions/${(await newest()).id}/publish`);
    const { id } = (await author.post(`/courses/${courseId}/versions`)).json<Created>();
    expect(await changes()).toEqual({ against: 1, settings: [], activities: [] });

    await author.put(`/course-versions/${id}`, { validityMonths: 12, minutes: 30 }, { 'if-match': '"1"' });
    await save('Rules', { settings: page('<h2>Keep right of the cones.</h2>') });
    await save('Setting out', { settings: { ...practical, assessors: { ...practical.assessors, personIds: [me] } } });
    await remove('Talk');
    const quiz = {
      kind: 'quiz',
      instructions: '',
      sections: [{ bankId, tag: null, count: 5 }],
      shuffleQuestions: true,
      shuffleChoices: true,
      passMark: 80,
      attemptsLimit: null,
      coolDownMinutes: 0,
      timeLimitMinutes: null,
      feedback: 'marks',
    };
    await add({ kind: 'settings', title: 'Questions', settings: quiz });
    await t.db.sql(
      `update activity set file_name = 'handbook-2.pdf', file_size = 4096, file_sha256 = $2 where id = $1`,
      [(await named('Handbook')).id, 'c'.repeat(64)],
    );
    const film = await named('Film');
    const captions = { uploadId: await upload('captions', 'film.vtt', 'd'), language: 'en', label: 'English' };
    await author.post(`/activities/${film.id}/captions`, captions);
    const { version, activities } = await newest();
    const activityIds = [film.id, ...activities.map((one) => one.id).filter((one) => one !== film.id)];
    await author.put(`/course-versions/${id}/order`, { activityIds }, { 'if-match': `"${version}"` });

    const seen = await changes();
    expect(seen.against).toBe(1);
    expect(seen.settings).toEqual([{ field: 'validityMonths', before: null, after: 12 }]);
    expect(seen.activities.map(({ title, change, moved }) => [title, change, moved])).toEqual([
      ['Film', 'changed', { from: 3, to: 0 }],
      ['Rules', 'changed', null],
      ['Setting out', 'changed', null],
      ['Handbook', 'changed', null],
      ['Talk', 'removed', null],
      ['Questions', 'added', null],
    ]);
    const [moved, rules, out, handbook, , questions] = seen.activities;
    expect(moved?.fields).toEqual([
      { field: 'captions', before: [], after: [{ label: 'English', sha256: 'd'.repeat(64) }] },
    ]);
    expect(rules?.fields).toEqual([{ field: 'settings.html', before: null, after: null }]);
    expect(rules?.words).toEqual([
      { is: 'same', text: 'Keep' },
      { is: 'removed', text: 'left' },
      { is: 'added', text: 'right' },
      { is: 'same', text: 'of the cones.' },
    ]);
    expect(out?.fields).toMatchObject([{ field: 'settings.assessors', after: { personIds: ['Helen Marsh'] } }]);
    expect(handbook?.fields).toEqual([
      {
        field: 'file',
        before: { name: 'handbook.pdf', size: 2048, sha256: 'a'.repeat(64) },
        after: { name: 'handbook-2.pdf', size: 4096, sha256: 'c'.repeat(64) },
      },
    ]);
    expect(questions?.fields).toContainEqual({
      field: 'settings.sections',
      before: null,
      after: [{ bankId: 'Lane closures', tag: null, count: 5 }],
    });
  });

  it('can be seen of an earlier version too, by whoever reads courses', async () => {
    const trainer = await t.make.person();
    await t.make.grant({ personId: trainer, role: 'trainer' });
    const [, first] = await versions();
    const answer = await (await t.as(trainer)).get(`/course-versions/${first?.id}/changes`);
    expect(answer.json()).toMatchObject({ against: null });
    expect((await author.get(`/course-versions/${uuid()}/changes`)).status).toBe(404);
  });
});
