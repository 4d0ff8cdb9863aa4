import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Storage } from '@lms/api-platform';
import type { CommitResult, CourseOutline, OpenedActivity, PersonRecord, Problem } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const AT = '2026-11-23T09:00:00Z';
const STATEMENT = 'I have read the guidance.';

describe('a page and a link', () => {
  let t: TestApp;
  let courseId: string;
  let pageId: string;
  let plainId: string;
  let linkId: string;
  let learner: string;
  let client: Client;
  let picture: string;
  let unused: string;

  async function resource(kind: string, name: string, bytes: string, mediaType: string): Promise<[string, string]> {
    const { sha256, size } = await t.app.get(Storage).put(Readable.from([bytes]));
    const id = uuid();
    await t.db.sql('insert into resource (id, kind, title, created_at) values ($1, $2, $3, $4)', [id, kind, name, AT]);
    await t.db.sql(
      `insert into resource_revision (id, resource_id, number, kind, sha256, name, size, media_type, width, height, created_at)
       values ($1, $2, 1, $3, $4, $5, $6, $7, 30, 20, $8)`,
      [uuid(), id, kind, sha256, name, size, mediaType, AT],
    );
    return [id, sha256];
  }

  beforeAll(async () => {
    t = await testApp();
    courseId = await t.make.course({ title: 'Guidance' });
    const version = await t.make.courseVersion({ courseId, validityMonths: 12 });
    let fileId: string;
    [fileId, picture] = await resource('image', 'zone.png', 'a picture', 'image/png');
    [, unused] = await resource('image', 'other.png', 'another picture', 'image/png');
    const [formId] = await resource('file', 'form.html', '<script>alert(1)</script>', 'text/html');
    const activity = async (position: number, settings: Record<string, unknown>) => {
      const id = uuid();
      await t.db.sql(
        `insert into activity (id, course_version_id, lineage_id, position, kind, title, settings)
         values ($1, $2, $1, $3, $4, $4, $5)`,
        [id, version, position, settings['kind'], JSON.stringify(settings)],
      );
      return id;
    };
    const html = `<p>Text</p><img data-file="${fileId}" alt="x" /><figure data-file="${formId}" data-kind="file"></figure>`;
    pageId = await activity(1, { kind: 'page', html });
    plainId = await activity(2, { kind: 'page', html: '<p>No files</p>' });
    linkId = await activity(3, { kind: 'link', url: 'https://guidance.example/', statement: STATEMENT });
    await t.make.publish(version);
    learner = await t.make.person({ givenName: 'Aisha', familyName: 'Karim' });
    await t.db.sql(
      `insert into assignment (id, person_id, course_id, created_at, due_on) values ($1, $2, $3, $4, '2030-01-01')`,
      [uuid(), learner, courseId, AT],
    );
    client = await t.as(learner);
  });
  afterAll(() => t.stop());

  const open = async (id: string) => (await client.post(`/my/activities/${id}/open`)).json<OpenedActivity>();
  const get = (opened: OpenedActivity, path: string) =>
    t.app.inject({
      method: 'GET',
      url: `${path}?t=${opened.contentToken}`,
      headers: { host: new URL(opened.contentOrigin ?? '').host },
    });

  it('gives the files of the page, those alone, on a host of their own', async () => {
    await t.db.sql(
      `insert into resource_captions (revision_id, language, label, sha256, size)
       select id, 'en', 'English', $2, 17 from resource_revision where sha256 = $1`,
      [picture, unused],
    );
    const opened = await open(pageId);
    expect(opened.files.map(({ name, kind, width }) => [name, kind, width])).toEqual(
      expect.arrayContaining([
        ['zone.png', 'image', 30],
        ['form.html', 'file', 30],
      ]),
    );
    const shown = await get(opened, `/__waymark/file/${picture}`);
    expect([shown.statusCode, shown.headers['content-type'], shown.body]).toEqual([200, 'image/png', 'a picture']);
    const kept = await get(opened, opened.files.find((file) => file.kind === 'file')?.path ?? '');
    expect(kept.headers['content-type']).toBe('application/octet-stream');
    expect(kept.headers['content-disposition']).toContain('attachment; filename="form.html"');
    expect(kept.headers['content-security-policy']).toContain('sandbox');
    const [track] = opened.files.flatMap((file) => file.captions);
    const text = await get(opened, track?.path ?? '');
    expect([text.statusCode, text.headers['content-type']]).toEqual([200, 'text/vtt; charset=utf-8']);
    await t.db.sql('delete from resource_captions');
    expect((await get(opened, `/__waymark/file/${unused}`)).statusCode).toBe(404);
    expect((await get({ ...opened, contentToken: 'nonsense' }, `/__waymark/file/${picture}`)).statusCode).toBe(401);
  });

  it('needs no content host without files', async () => {
    expect(await open(plainId)).toMatchObject({ files: [], contentOrigin: null, contentToken: null });
    expect((await open(linkId)).settings).toMatchObject({ url: 'https://guidance.example/', statement: STATEMENT });
  });

  it('is done by the word of its reader, once, and the last one completes the course', async () => {
    const done = async (id: string, body: object = {}) =>
      client.post(`/my/attempts/${(await open(id)).attemptId}/done`, body);
    expect((await done(pageId)).json<CommitResult>()).toMatchObject({ activityDone: true, courseDone: false });
    expect((await done(plainId)).json<CommitResult>()).toMatchObject({ activityDone: true, courseDone: false });
    const other = await done(linkId, { statement: 'I have seen something.' });
    expect([other.status, other.json<Problem>().code]).toEqual([409, 'statement-changed']);
    expect((await done(linkId)).status).toBe(409);
    const last = await done(linkId, { statement: STATEMENT });
    expect(last.json<CommitResult>()).toMatchObject({ activityDone: true, courseDone: true });
    expect((await done(linkId, { statement: STATEMENT })).json<CommitResult>()).toMatchObject({ courseDone: false });

    const kept = await t.db.sql<{ name: string; statement: string | null }>(
      'select name, statement from promise where person_id = $1 order by attempt_id',
      [learner],
    );
    expect(kept).toHaveLength(3);
    expect(kept).toContainEqual({ name: 'Aisha Karim', statement: STATEMENT });
    expect((await client.get('/my/record')).json<PersonRecord>().completions).toHaveLength(1);
    const outline = (await client.get(`/my/courses/${courseId}`)).json<CourseOutline>();
    expect(outline.activities.map((a) => a.state)).toEqual(['done', 'done', 'done']);
  });

  it('is nobody else’s to end', async () => {
    const stranger = await t.as(await t.make.person());
    const { attemptId } = await open(pageId);
    expect((await stranger.post(`/my/attempts/${attemptId}/done`, {})).status).toBe(404);
    expect((await stranger.post(`/my/attempts/${uuid()}/done`, {})).status).toBe(404);
    expect((await stranger.post(`/my/activities/${pageId}/open`)).status).toBe(404);
  });

  it('keeps every promise', async () => {
    const dataSource = await t.db.dataSource([]);
    await expect(dataSource.query(`update promise set name = 'x'`)).rejects.toThrow('permission denied');
    await expect(dataSource.query('delete from promise')).rejects.toThrow('permission denied');
  });
});
