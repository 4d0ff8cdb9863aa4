import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Storage } from '@lms/api-platform';
import type {
  AddedResource,
  Course,
  Created,
  LibraryContent,
  Problem,
  ReplacedResource,
  ReplacePlan,
  Resource,
  ResourcePage,
  Upload,
} from '@lms/contracts';
import { demoFiles } from '@lms/demo';
import { v7 as uuid } from 'uuid';
import { png } from '../../../../../test/fixtures/pictures.js';
import { scorm12 } from '../../../../../test/fixtures/packages/build.js';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { ProcessUploadJob } from '../uploads/process-upload.job.js';

let t: TestApp;
let author: Client;
let learner: Client;
let job: ProcessUploadJob;

beforeAll(async () => {
  t = await testApp();
  const me = await t.make.person();
  await t.make.grant({ personId: me, role: 'author' });
  author = await t.as(me);
  learner = await t.as(await t.make.person());
  job = t.app.get(ProcessUploadJob);
});
afterAll(() => t.stop());

async function upload(kind: string, name: string, bytes: Uint8Array): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream' };
  const query = new URLSearchParams({ kind, name }).toString();
  const { id } = (await author.post(`/uploads?${query}`, Buffer.from(bytes), headers)).json<Upload>();
  await job.run({ id }, new AbortController().signal);
  expect((await author.get(`/uploads/${id}`)).json<Upload>()).toMatchObject({ state: 'ready' });
  return id;
}
const addAs = async (uploadId: string, title?: string) =>
  (await author.post('/resources', { uploadId, title })).json<AddedResource>();
const picture = async (width: number, title?: string) =>
  (await addAs(await upload('image', `${width}.png`, png(width, 10)), title)).id;
const one = async (id: string) => (await author.get(`/resources/${id}`)).json<Resource>();
const replace = async (id: string, uploadId: string, then = 'draft') =>
  author.post(`/resources/${id}/replace`, { uploadId, then }, { 'if-match': `"${(await one(id)).version}"` });

interface Made {
  courseId: string;
  draft: string;
}
async function course(mandatory = false): Promise<Made> {
  const body = { code: uuid().slice(-12), title: `Course ${uuid().slice(-6)}`, mandatory };
  const { id } = (await author.post('/courses', body)).json<Created>();
  return { courseId: id, draft: (await author.get(`/courses/${id}`)).json<Course>().versions[0]!.id };
}
const versions = async (courseId: string) => (await author.get(`/courses/${courseId}`)).json<Course>().versions;
const page = (draft: string, html: string) =>
  author.post(`/course-versions/${draft}/activities`, {
    kind: 'settings',
    title: 'Page',
    settings: { kind: 'page', html },
  });
/** Saves an activity as somebody who has just read it. */
const save = async (id: string | undefined, body: object) => {
  const rows = await t.db.sql<{ version: number }>('select version from activity where id = $1', [id]);
  return author.put(`/activities/${id}`, body, { 'if-match': `"${rows[0]?.version}"` });
};
const withPicture = (id: string) => `<p>Text</p><img data-file="${id}" alt="A cone" />`;
/** The number of the revision that the page of a version shows. */
const shown = async (versionId: string) => {
  const rows = await t.db.sql<{ number: number }>(
    `select r.number from page_file f join activity a on a.id = f.activity_id join resource_revision r on r.id = f.revision_id
     where a.course_version_id = $1`,
    [versionId],
  );
  return rows.map((row) => row.number);
};

describe('the library', () => {
  it('takes a file in once, whoever brings the same bytes again', async () => {
    const bytes = png(31, 20);
    const first = await addAs(await upload('image', 'zone.png', bytes), 'Zones of a closure');
    const again = await addAs(await upload('image', 'copy.png', bytes));
    expect([first.known, again]).toEqual([false, { id: first.id, known: true }]);
    expect(await one(first.id)).toMatchObject({
      kind: 'image',
      title: 'Zones of a closure',
      courses: 0,
      current: { number: 1, name: 'zone.png', width: 31, height: 20, mediaType: 'image/png', summary: 'PNG, 31 × 20' },
      uses: [],
    });
  });

  it('is found by title, file name and kind, and pages', async () => {
    const id = await picture(32, 'Überholverbot 100%');
    const found = async (query: string) => (await author.get(`/resources?${query}`)).json<ResourcePage>();
    expect((await found('q=100%25')).items.map((item) => item.id)).toEqual([id]);
    expect((await found('q=32.png')).items.map((item) => item.id)).toEqual([id]);
    expect((await found(`kind=video&ids=${id}`)).items).toEqual([]);
    expect((await found(`ids=${id}`)).items).toHaveLength(1);
    const first = await found('limit=1');
    const second = await found(`limit=1&cursor=${first.nextCursor}`);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });

  it('is not for learners, and changes only with the version that was read', async () => {
    const id = await picture(33);
    for (const path of ['/resources', `/resources/${id}`, '/library-content'])
      expect((await learner.get(path)).status).toBe(403);
    expect((await learner.post('/resources', { uploadId: uuid() })).status).toBe(403);
    const renamed = await author.put(`/resources/${id}`, { title: 'Cone' }, { 'if-match': '"1"' });
    expect(renamed.json<Resource>().title).toBe('Cone');
    expect((await author.put(`/resources/${id}`, { title: 'X' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await author.get(`/resources/${uuid()}`)).status).toBe(404);
  });

  it('holds what activities were made of, and gives it to other courses', async () => {
    const [a, b] = [await course(), await course()];
    const uploadId = await upload('package', 'lesson.zip', scorm12({ title: 'Shared lesson' }));
    await author.post(`/course-versions/${a.draft}/activities`, { kind: 'upload', uploadId, title: 'Lesson' });
    const known = await addAs(uploadId);
    expect(known.known).toBe(true);
    const added = await author.post(`/course-versions/${b.draft}/activities`, {
      kind: 'resource',
      resourceId: known.id,
      title: 'The same lesson',
    });
    expect(added.status).toBe(201);
    const copy = (await versions(b.courseId))[0]?.activities[0];
    expect(copy).toMatchObject({ kind: 'scorm12', fileName: 'lesson.zip', completionRule: expect.anything() });
    expect((await one(known.id)).uses.map((use) => use.activityTitle).toSorted()).toEqual([
      'Lesson',
      'The same lesson',
    ]);
    const wrong = { kind: 'resource', resourceId: await picture(34), title: 'x' };
    expect((await author.post(`/course-versions/${b.draft}/activities`, wrong)).status).toBe(422);
  });

  it('shows its files to authors on a host of their own, and what is no picture only as a download', async () => {
    const content = (await author.get('/library-content')).json<LibraryContent>();
    const at = { host: new URL(content.contentOrigin).host };
    const get = (sha256: string, token = content.contentToken, headers = at) =>
      t.app.inject({ method: 'GET', url: `/__waymark/file/${sha256}?t=${token}`, headers });
    const shownPicture = (await one(await picture(35))).current;
    const answer = await get(shownPicture.sha256);
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['x-content-type-options']]).toEqual([
      200,
      'image/png',
      'nosniff',
    ]);
    expect(answer.headers['content-disposition']).toBeUndefined();
    const form = await addAs(await upload('file', 'Prüfung “A”.csv', Buffer.from('a,b')));
    const kept = await get((await one(form.id)).current.sha256);
    expect(kept.headers['content-type']).toBe('application/octet-stream');
    expect(kept.headers['content-disposition']).toBe(
      `attachment; filename="Pr_fung _A_.csv"; filename*=UTF-8''Pr%C3%BCfung%20%E2%80%9CA%E2%80%9D.csv`,
    );
    expect((await get(shownPicture.sha256, 'nonsense')).statusCode).toBe(401);
    const loose = await t.app.get(Storage).put(Readable.from(['not in the library']));
    expect((await get(loose.sha256)).statusCode).toBe(404);
  });
});

describe('a page', () => {
  it('is stored clean and remembers its files as they were, through copies', async () => {
    const id = await picture(41);
    const { draft, courseId } = await course();
    await page(draft, `${withPicture(id)}<script>alert(1)</script><p onclick="x">y</p>`);
    const html = (await versions(courseId))[0]?.activities[0]?.settings;
    expect(html).toEqual({
      kind: 'page',
      html: `${withPicture(id)}<p>y</p>`,
    });
    expect(await shown(draft)).toEqual([1]);
    expect((await page(draft, withPicture(uuid()))).json<Problem>().code).toBe('refers-to-nothing');
    await author.post(`/course-versions/${draft}/publish`);
    const next = (await author.post(`/courses/${courseId}/versions`)).json<Created>().id;
    expect(await shown(next)).toEqual([1]);
    const activity = (await versions(courseId))[0]?.activities[0];
    await save(activity?.id, { title: 'Page', settings: { kind: 'page', html: '<p>Text</p>' } });
    expect([await shown(next), await shown(draft)]).toEqual([[], [1]]);
    await expect(t.db.sql('delete from page_file where resource_id = $1', [id])).rejects.toThrow('cannot be changed');
  });

  it('is not published while a picture says nothing', async () => {
    const id = await picture(42);
    const { draft, courseId } = await course();
    await page(draft, `<img data-file="${id}" alt="" />`);
    const refused = await author.post(`/course-versions/${draft}/publish`);
    expect(refused.json<Problem>().fields).toMatchObject([{ path: 'activities.0' }]);
    const activity = (await versions(courseId))[0]?.activities[0];
    const decorative = { kind: 'page', html: `<img data-file="${id}" alt="" data-decorative="yes" />` };
    await save(activity?.id, { title: 'Page', settings: decorative });
    expect((await author.post(`/course-versions/${draft}/publish`)).status).toBe(200);
  });
});

describe('a film in a page', () => {
  it('waits for captions, or for the word that nobody speaks', async () => {
    const film = demoFiles.find((file) => file.kind === 'video')!;
    const { id } = await addAs(await upload('video', 'incursions.mp4', await film.read()));
    const { draft, courseId } = await course();
    const figure = (rest = '') =>
      `<figure data-file="${id}" data-kind="video"${rest}><figcaption>How</figcaption></figure>`;
    await page(draft, figure());
    const missing = async () => (await author.post(`/course-versions/${draft}/submit`)).json<Problem>().fields;
    expect(await missing()).toMatchObject([{ path: 'activities.0', message: expect.stringContaining('captions') }]);
    const wrong = await author.post(`/resources/${await picture(43)}/captions`, {
      uploadId: uuid(),
      language: 'en',
      label: 'English',
    });
    expect(wrong.status).toBe(422);

    const activity = (await versions(courseId))[0]?.activities[0];
    await save(activity?.id, { title: 'Page', settings: { kind: 'page', html: figure(' data-silent="yes"') } });
    expect(await missing()).toBeUndefined();
    await author.post(`/course-versions/${draft}/return`, { reason: 'Somebody speaks' });
    await save(activity?.id, { title: 'Page', settings: { kind: 'page', html: figure() } });
    const captions = demoFiles.find((file) => file.kind === 'captions')!;
    const uploadId = await upload('captions', 'incursions.vtt', await captions.read());
    const kept = await author.post(`/resources/${id}/captions`, { uploadId, language: 'en', label: 'English' });
    expect(kept.json<Resource>().current.captions).toMatchObject([{ language: 'en', label: 'English' }]);
    expect((await author.post(`/course-versions/${draft}/publish`)).status).toBe(200);
  });
});

describe('replacing a file once', () => {
  it('reaches every course: open drafts at once, what is taught by a new minor version', async () => {
    const id = await picture(51, 'Zones');
    const [open, voluntary, mandatory, reviewed] = [await course(), await course(), await course(true), await course()];
    for (const { draft } of [open, voluntary, mandatory, reviewed]) await page(draft, withPicture(id));
    await author.post(`/course-versions/${voluntary.draft}/publish`);
    await t.make.publish(mandatory.draft);
    await author.post(`/course-versions/${reviewed.draft}/submit`);
    expect((await one(id)).courses).toBe(4);

    const plan = (await author.get(`/resources/${id}/replace`)).json<ReplacePlan>().courses;
    expect(
      [open, voluntary, mandatory, reviewed].map((m) => plan.find((p) => p.courseId === m.courseId)?.what),
    ).toEqual(['draft-changed', 'draft-begun', 'draft-begun', 'in-review']);
    const answer = await replace(id, await upload('image', 'new.png', png(52, 10)), 'onward');
    const outcomes = new Map(answer.json<ReplacedResource>().courses.map((c) => [c.courseId, c.outcome]));
    expect([open, voluntary, mandatory, reviewed].map(({ courseId }) => outcomes.get(courseId))).toEqual([
      'draft-changed',
      'published',
      'submitted',
      'in-review',
    ]);
    expect(await shown(open.draft)).toEqual([2]);
    expect(await shown(voluntary.draft)).toEqual([1]);
    const [newest, before] = await versions(voluntary.courseId);
    expect([newest?.state, newest?.change, before?.state]).toEqual(['published', 'minor', 'retired']);
    expect(await shown(newest?.id ?? '')).toEqual([2]);
    expect((await versions(mandatory.courseId)).map((v) => v.state)).toEqual(['in-review', 'published']);
    expect(await shown(reviewed.draft)).toEqual([1]);

    await author.post(`/course-versions/${reviewed.draft}/return`, { reason: 'New picture' });
    const later = (await author.post(`/resources/${id}/spread`, {})).json<ReplacedResource>();
    expect(later.courses.filter((c) => c.courseId === reviewed.courseId)).toMatchObject([{ outcome: 'draft-changed' }]);
    expect(await shown(reviewed.draft)).toEqual([2]);
    expect((await author.post(`/resources/${id}/spread`, {})).json<ReplacedResource>().courses).toMatchObject([
      { courseId: mandatory.courseId, outcome: 'in-review' },
    ]);
  });

  it('changes the file of an activity and nothing that its author chose', async () => {
    const made = await course();
    const first = await upload('package', 'one.zip', scorm12({ title: 'One' }));
    await author.post(`/course-versions/${made.draft}/activities`, {
      kind: 'upload',
      uploadId: first,
      title: 'My lesson',
    });
    const activity = (await versions(made.courseId))[0]?.activities[0];
    const chosen = { title: 'My lesson', minutes: 12, completionRule: { kind: 'score', atLeast: 90 } };
    await save(activity?.id, chosen);
    const { id } = await addAs(first);
    await replace(id, await upload('package', 'two.zip', scorm12({ title: 'Two' })));
    const after = (await versions(made.courseId))[0]?.activities[0];
    expect(after).toMatchObject({ ...chosen, id: activity?.id, fileName: 'two.zip' });
    const packages = await t.db.sql<{ title: string }>(
      `select p.title from activity a join content_package p on p.id = a.package_id where a.id = $1`,
      [activity?.id],
    );
    expect(packages).toEqual([{ title: 'Two' }]);
  });

  it('takes only another file of the same kind, and lets an earlier one come back', async () => {
    const id = await picture(61);
    const { draft } = await course();
    await page(draft, withPicture(id));
    const code = async (uploadId: string) => (await replace(id, uploadId)).json<Problem>().code;
    expect(await code(await upload('image', 'same.png', png(61, 10)))).toBe('same-file');
    expect(await code(await upload('file', 'a.csv', Buffer.from('x,y')))).toBe('invalid');
    await picture(62, 'Another');
    expect(await code(await upload('image', 'known.png', png(62, 10)))).toBe('known-file');
    await replace(id, await upload('image', 'next.png', png(63, 10)));
    await replace(id, await upload('image', 'back.png', png(61, 10)));
    expect(await one(id)).toMatchObject({ current: { number: 1 }, revisions: [{ number: 2 }, { number: 1 }] });
    expect(await shown(draft)).toEqual([1]);
    const seen = await author.post(`/resources/${id}/replace`, { uploadId: uuid() }, { 'if-match': '"1"' });
    expect(seen.status).toBe(412);
  });

  it('keeps every revision as it was, also from the product itself', async () => {
    const dataSource = await t.db.dataSource([]);
    await expect(dataSource.query(`update resource_revision set name = 'x'`)).rejects.toThrow('permission denied');
    await expect(dataSource.query('delete from resource_revision')).rejects.toThrow('permission denied');
  });
});

describe('files that are older than the library', () => {
  it('come in by one call, each once', async () => {
    const { draft } = await course();
    const bytes = createHash('sha256').update('old').digest('hex');
    for (const position of [1, 2]) {
      await t.db.sql(
        `insert into activity (id, course_version_id, lineage_id, position, kind, title, file_sha256, file_name, file_size, media_type)
         values ($1, $2, $1, $3, 'document', 'Old guidance', $4, 'old.pdf', 9, 'application/pdf')`,
        [uuid(), draft, position, bytes],
      );
    }
    const gather = () => t.db.sql<{ n: number }>(`select gather_resources('2026-11-23T09:00:00Z') as n`);
    expect([(await gather())[0]?.n, (await gather())[0]?.n]).toEqual([1, 0]);
    const found = (await author.get('/resources?q=old.pdf')).json<ResourcePage>().items;
    expect(found).toMatchObject([{ title: 'Old guidance', kind: 'document', courses: 1 }]);
  });
});
