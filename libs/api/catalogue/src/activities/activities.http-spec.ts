import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Course, CourseVersion, Created, PreviewedActivity, Problem } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

let t: TestApp;
let author: Client;
let me: string;
let draft: string;

beforeAll(async () => {
  t = await testApp();
  me = await t.make.person();
  await t.make.grant({ personId: me, role: 'author' });
  author = await t.as(me);
});
afterAll(() => t.stop());
beforeEach(async () => {
  const course = { code: uuid().slice(-12), title: 'Incursions' };
  const { id } = (await author.post('/courses', course)).json<Created>();
  draft = (await author.get(`/courses/${id}`)).json<Course>().versions[0]!.id;
});

/** An upload as the job leaves it. */
async function upload(kind: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = uuid();
  const row: Record<string, unknown> = {
    id,
    kind,
    name: `file.${kind}`,
    size: 5_000_000_000,
    sha256: 'a'.repeat(64),
    state: 'ready',
    activity_kind: kind === 'captions' ? null : kind,
    created_by: me,
    created_at: '2026-01-05T09:00:00Z',
    ...more,
  };
  const columns = Object.keys(row);
  await t.db.sql(
    `insert into upload (${columns.join(', ')}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(row),
  );
  return id;
}
async function scormUpload(masteryScore: number | null): Promise<string> {
  const id = uuid();
  await t.db.sql(
    `insert into content_package (id, standard, edition, title, source_sha256, scos, total_size, created_at)
     values ($1, 'scorm12', '1.2', 'T', 'x', $2, 1, '2026-01-05T09:00:00Z')`,
    [id, JSON.stringify([{ scormType: 'sco', masteryScore, minNormalizedMeasure: null }])],
  );
  return upload('package', { package_id: id, activity_kind: 'scorm12', summary: 'SCORM 1.2, 1 lesson' });
}
const add = (body: object) => author.post(`/course-versions/${draft}/activities`, body);
/** Saves as somebody who has just read it. */
const save = async (id: string, body: object) => {
  const rows = await t.db.sql<{ version: number }>('select version from activity where id = $1', [id]);
  return author.put(`/activities/${id}`, body, { 'if-match': `"${rows[0]?.version}"` });
};
const added = async (body: object) => (await add(body)).json<Created>().id;

describe('an activity', () => {
  it('of a package starts from the rule of its manifest, which its author may change', async () => {
    const id = await added({ kind: 'upload', uploadId: await scormUpload(80), title: 'Lesson' });
    const saved = await save(id, { title: 'The lesson', minutes: 30 });
    expect(saved.json<CourseVersion>().activities).toMatchObject([
      {
        id,
        position: 1,
        kind: 'scorm12',
        title: 'The lesson',
        minutes: 30,
        fileName: 'file.package',
        summary: 'SCORM 1.2, 1 lesson',
        completionRule: { kind: 'score', atLeast: 80 },
      },
    ]);
    const passed = await save(id, { title: 'x', completionRule: { kind: 'passed' } });
    expect(passed.json<CourseVersion>().activities[0]?.completionRule).toEqual({ kind: 'passed' });
  });

  it('with a video waits for captions, or for the word that nobody speaks', async () => {
    const id = await added({ kind: 'upload', uploadId: await upload('video', { seconds: 124 }), title: 'Alarm' });
    const refused = await author.post(`/course-versions/${draft}/publish`);
    expect(refused.json<Problem>().fields).toMatchObject([{ path: 'activities.0' }]);
    const silent = await save(id, { title: 'Alarm', noSpeech: true });
    expect(silent.json<CourseVersion>().activities).toMatchObject([{ noSpeech: true }]);
    await save(id, { title: 'Alarm' });
    const captions = { uploadId: await upload('captions'), language: 'en', label: 'English' };
    await author.post(`/activities/${id}/captions`, captions);
    const again = await author.post(`/activities/${id}/captions`, { ...captions, label: 'British English' });
    expect(again.json<CourseVersion>().activities[0]?.captions).toEqual([
      { language: 'en', label: 'British English', sha256: 'a'.repeat(64) },
    ]);
    expect((await author.post(`/course-versions/${draft}/publish`)).status).toBe(200);
  });

  it('with a video has captions in several languages, and a picture before it plays', async () => {
    const film = await upload('video', { seconds: 124, sha256: 'b'.repeat(64) });
    const id = await added({ kind: 'upload', uploadId: film, title: 'Alarm' });
    for (const language of ['en', 'cy', 'pl']) {
      const request = { uploadId: await upload('captions'), language, label: language.toUpperCase() };
      await author.post(`/activities/${id}/captions`, request);
    }
    const seen = { 'if-match': '"1"' };
    expect((await author.delete(`/activities/${id}/captions/cy`)).status).toBe(428);
    expect((await author.delete(`/activities/${id}/captions/ro`, seen)).status).toBe(404);
    const left = (await author.delete(`/activities/${id}/captions/cy`, seen)).json<CourseVersion>().activities[0]!;
    expect(left.captions.map(({ language }) => language)).toEqual(['en', 'pl']);
    const undone = (await author.post(`/course-versions/${draft}/undo`)).json<CourseVersion>();
    expect(undone.activities[0]!.captions).toHaveLength(3);

    const picture = await upload('image', {
      sha256: 'c'.repeat(64),
      media_type: 'image/jpeg',
      width: 640,
      height: 360,
    });
    const put = (uploadId: string | null, version: number, of = id) =>
      author.put(`/activities/${of}/poster`, { uploadId }, { 'if-match': `"${version}"` });
    expect((await put(film, 1)).status).toBe(422);
    expect((await put(picture, 7)).status).toBe(412);
    expect((await put(picture, 1)).json<CourseVersion>().activities[0]).toMatchObject({
      sha256: 'b'.repeat(64),
      poster: 'c'.repeat(64),
    });
    const previewed = (await author.post(`/activities/${id}/preview`)).json<PreviewedActivity>().opened;
    expect(previewed.poster).toBe(`/__waymark/file/${'c'.repeat(64)}`);
    await author.post(`/course-versions/${draft}/publish`);
    const taken = (await put(null, 2)).json<Problem>();
    expect(taken.code).toBe('published-stays');
    const { courseId } = undone;
    await author.post(`/courses/${courseId}/versions`);
    // The next version has the same picture, and can be without it.
    const copy = (await author.get(`/courses/${courseId}`)).json<Course>().versions[0]!.activities[0]!;
    expect(copy.poster).toBe('c'.repeat(64));
    expect((await put(null, copy.version, copy.id)).json<CourseVersion>().activities[0]!.poster).toBeNull();
  });

  it('takes only what fits it', async () => {
    const waiting = await upload('document', { state: 'processing' });
    expect((await add({ kind: 'upload', uploadId: waiting, title: 'x' })).json<Problem>().code).toBe(
      'upload-not-ready',
    );
    expect((await add({ kind: 'upload', uploadId: await upload('captions'), title: 'x' })).status).toBe(422);
    expect((await add({ kind: 'upload', uploadId: uuid(), title: 'x' })).status).toBe(422);
    const id = await added({ kind: 'upload', uploadId: await upload('document'), title: 'Handbook' });
    const wrong = await save(id, {
      title: 'x',
      completionRule: { kind: 'passed' },
      noSpeech: true,
    });
    expect(wrong.json<Problem>().fields?.map((field) => field.path)).toEqual(['completionRule', 'noSpeech']);
    const captions = { uploadId: await upload('captions'), language: 'en', label: 'English' };
    expect((await author.post(`/activities/${id}/captions`, captions)).status).toBe(422);
  });

  it('can change its place and be taken out', async () => {
    const ids: string[] = [];
    for (const title of ['A', 'B', 'C']) ids.push(await added({ kind: 'in-person', title }));
    const order = async (activityIds: unknown[]) => {
      const [row] = await t.db.sql<{ version: number }>('select version from course_version where id = $1', [draft]);
      return author.put(`/course-versions/${draft}/order`, { activityIds }, { 'if-match': `"${row?.version}"` });
    };
    const turned = await order(ids.toReversed());
    expect(turned.json<CourseVersion>().activities.map((a) => [a.position, a.title])).toEqual([
      [1, 'C'],
      [2, 'B'],
      [3, 'A'],
    ]);
    for (const wrong of [ids.slice(1), [...ids, uuid()], [ids[0], ids[0], ids[1]]]) {
      expect((await order(wrong)).status).toBe(422);
    }
    expect((await author.delete(`/activities/${ids[1]}`)).status).toBe(428);
    expect((await author.delete(`/activities/${ids[1]}`, { 'if-match': '"1"' })).status).toBe(204);
    const left = await order([ids[0], ids[2]]);
    expect(left.json<CourseVersion>().activities.map((a) => [a.position, a.title])).toEqual([
      [1, 'A'],
      [2, 'C'],
    ]);
  });
});
