import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Storage } from '@lms/api-platform';
import type {
  Course,
  CourseVersion,
  Created,
  OpenedActivity,
  PreviewedActivity,
  Problem,
  ReplacedResource,
  ResourcePage,
  VersionChanges,
} from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from './test-app.js';

const AT = '2026-01-05T09:00:00Z';
const HOSTS = ['*.example.net', 'media.example.com'];
let t: TestApp;
let author: Client;
let reviewer: Client;
let me: string;
let courseId: string;

beforeAll(async () => {
  t = await testApp();
  me = await t.make.person();
  const other = await t.make.person();
  await t.make.grant({ personId: me, role: 'author' });
  await t.make.grant({ personId: other, role: 'people-team' });
  [author, reviewer] = [await t.as(me), await t.as(other)];
});
afterAll(() => t.stop());

/** An upload of a package with one page, as it is once it is ready. */
async function packageUpload(): Promise<string> {
  const [id, packageId] = [uuid(), uuid()];
  const page = await t.app.get(Storage).put(Readable.from(['<h1>Lesson</h1>']));
  const sco = { identifier: 'A', title: 'One', href: 'index.html', scormType: 'sco', masteryScore: null };
  await t.db.sql(
    `insert into content_package (id, standard, edition, title, source_sha256, scos, total_size, created_at)
     values ($1, 'scorm12', '1.2', 'P', 'x', $2, 10, $3)`,
    [packageId, JSON.stringify([{ ...sco, dataFromLms: null, minNormalizedMeasure: null }]), AT],
  );
  await t.db.sql(
    `insert into package_file (package_id, path, sha256, size, media_type) values ($1, 'index.html', $2, $3, 'text/html')`,
    [packageId, page.sha256, page.size],
  );
  await t.db.sql(
    `insert into upload (id, kind, name, size, sha256, state, activity_kind, package_id, created_by, created_at)
     values ($1, 'package', 'lesson.zip', 10, $2, 'ready', 'scorm12', $3, $4, $5)`,
    [id, id.replaceAll('-', '').padEnd(64, '0'), packageId, me, AT],
  );
  return id;
}

const newest = async (of = courseId): Promise<CourseVersion> =>
  (await author.get(`/courses/${of}`)).json<Course>().versions[0]!;
const lesson = async () => (await newest()).activities[0]!;
const hosts = async (of = courseId) => (await newest(of)).activities[0]?.outsideHosts;
const step = async (who: Client, action: string) => who.post(`/course-versions/${(await newest()).id}/${action}`);
const codeOf = async (answer: ReturnType<typeof step>) => {
  const { status, json } = await answer;
  return status < 300 ? 'done' : json<Problem>().code;
};
const save = async (outsideHosts: string[] | null, version?: number) => {
  const { id, title, version: seen } = await lesson();
  return author.put(`/activities/${id}`, { title, outsideHosts }, { 'if-match': `"${version ?? seen}"` });
};
/** The policy under which a page of the package is shown. */
async function policyOf({ contentOrigin, contentToken }: OpenedActivity): Promise<string> {
  const headers = { host: new URL(contentOrigin ?? '').host, cookie: `__Host-content=${contentToken}` };
  const answer = await t.app.inject({ method: 'GET', url: '/index.html', headers });
  expect([answer.statusCode, answer.headers['set-cookie'], answer.headers['x-content-type-options']]).toEqual([
    200,
    undefined,
    'nosniff',
  ]);
  return String(answer.headers['content-security-policy']);
}

beforeEach(async () => {
  const course = { code: uuid().slice(-12), title: 'Working near traffic' };
  courseId = (await author.post('/courses', course)).json<Created>().id;
  const added = { kind: 'upload', uploadId: await packageUpload(), title: 'Lesson' };
  await author.post(`/course-versions/${(await newest()).id}/activities`, added);
});

describe('hosts outside that a package may use', () => {
  it('are saved in order and each once, kept by other saves, undone, and part of copies', async () => {
    expect(await hosts()).toEqual([]);
    expect((await save(['Media.example.com ', '*.example.net', 'media.example.com'])).status).toBe(200);
    expect(await hosts()).toEqual(HOSTS);
    await save(null);
    expect(await hosts()).toEqual(HOSTS);
    expect((await save([], 1)).status).toBe(412);
    const copy = { code: uuid().slice(-12), title: 'A copy' };
    const copied = (await author.post(`/courses/${courseId}/duplicate`, copy)).json<Created>().id;
    expect(await hosts(copied)).toEqual(HOSTS);
    await step(author, 'undo');
    expect(await hosts()).toEqual([]);
    await step(author, 'redo');
    expect(await hosts()).toEqual(HOSTS);
    const { id, version } = await lesson();
    await author.delete(`/activities/${id}`, { 'if-match': `"${version}"` });
    await step(author, 'undo');
    expect(await hosts()).toEqual(HOSTS);
  });

  it('are refused with what is wrong, and for anything but a package', async () => {
    const wrong = await save([
      'media.example.com',
      'https://a.example.com',
      '*.co.uk',
      'waymark.localhost',
      '127.0.0.1',
    ]);
    expect(wrong.status).toBe(422);
    const { fields } = wrong.json<Problem>();
    expect(fields?.map(({ path }) => path)).toEqual(['outsideHosts', 'outsideHosts', 'outsideHosts', 'outsideHosts']);
    expect((await save(Array.from({ length: 11 }, (_, n) => `h${n}.example.com`))).status).toBe(400);
    expect((await save([`${'a'.repeat(60)}.${'b'.repeat(20)}.example.com`])).status).toBe(400);
    expect(await hosts()).toEqual([]);
    const added = { kind: 'in-person', title: 'Practice' };
    const { id } = (await author.post(`/course-versions/${(await newest()).id}/activities`, added)).json<Created>();
    const other = { title: 'Practice', outsideHosts: HOSTS };
    expect((await author.put(`/activities/${id}`, other, { 'if-match': '"1"' })).status).toBe(422);
  });

  it('need a second person to publish, who is shown them, and stand still from then on', async () => {
    expect(await codeOf(step(author, 'publish'))).toBe('done');
    await author.post(`/courses/${courseId}/versions`);
    await save(HOSTS);
    const refused = await step(author, 'publish');
    expect(refused.json<Problem>()).toMatchObject({ status: 403, code: 'second-person-needed' });
    expect(await codeOf(step(reviewer, 'publish'))).toBe('second-person-needed');
    await step(author, 'submit');
    expect(await codeOf(step(author, 'publish'))).toBe('second-person-needed');
    const changes = await reviewer.get(`/course-versions/${(await newest()).id}/changes`);
    expect(changes.json<VersionChanges>().activities).toMatchObject([
      { fields: [{ field: 'outsideHosts', before: [], after: HOSTS }] },
    ]);
    expect((await save([])).status).toBe(409);
    expect(await codeOf(step(reviewer, 'publish'))).toBe('done');
    expect((await save([])).status).toBe(409);
    await expect(
      t.db.sql(`update activity set outside_hosts = '{}' where id = $1`, [(await lesson()).id]),
    ).rejects.toThrow('published version');
    await author.post(`/courses/${courseId}/versions`);
    expect(await hosts()).toEqual(HOSTS);
    // Taking them away is one's own business.
    await save([]);
    expect(await codeOf(step(author, 'publish'))).toBe('done');
  });

  it('are approved by nobody who named one of them, also not where somebody else began the version', async () => {
    const approver = await t.make.person();
    await t.make.grant({ personId: approver, role: 'people-team' });
    const helper = await t.as(approver);
    const { id, title, version } = await lesson();
    const named = { title, outsideHosts: HOSTS };
    expect((await helper.put(`/activities/${id}`, named, { 'if-match': `"${version}"` })).status).toBe(200);
    await step(author, 'submit');
    const refused = await step(helper, 'publish');
    expect(refused.json<Problem>()).toMatchObject({
      ...{ status: 403, code: 'second-person-needed' },
      detail: 'You named other websites that a package in this uses, so somebody else has to publish it.',
    });
    expect(await codeOf(step(reviewer, 'publish'))).toBe('done');
    // What else somebody changed is no reason.
    await author.post(`/courses/${courseId}/versions`);
    const next = await lesson();
    await helper.put(
      `/activities/${next.id}`,
      { title: 'Renamed', outsideHosts: null },
      { 'if-match': `"${next.version}"` },
    );
    await step(author, 'submit');
    expect(await codeOf(step(helper, 'publish'))).toBe('done');
  });

  it('go to review, not out, when the file of a voluntary course is replaced in the library', async () => {
    await save(HOSTS);
    await step(author, 'submit');
    await step(reviewer, 'publish');
    const { items } = (await author.get('/resources?limit=100')).json<ResourcePage>();
    const { sha256 } = await lesson();
    const { id, version } = items.find(({ current }) => current.sha256 === sha256)!;
    const body = { uploadId: await packageUpload(), then: 'onward' };
    const replaced = await author.post(`/resources/${id}/replace`, body, { 'if-match': `"${version}"` });
    expect(replaced.json<ReplacedResource>().courses).toMatchObject([{ courseId, outcome: 'submitted' }]);
    expect(await newest()).toMatchObject({ state: 'in-review', activities: [{ outsideHosts: HOSTS }] });
  });

  it('are in the policy of the package’s files, for its preview and its learners, and there alone', async () => {
    const preview = async () =>
      (await author.post(`/activities/${(await lesson()).id}/preview`)).json<PreviewedActivity>().opened;
    const before = await preview();
    expect(await policyOf(before)).not.toContain('https:');
    await save(HOSTS);
    const after = await preview();
    expect(await policyOf(after)).toContain('https://*.example.net https://media.example.com');
    // What a browser kept of the one is never shown under the policy of the other.
    expect(after.contentOrigin).not.toBe(before.contentOrigin);
    await step(author, 'submit');
    await step(reviewer, 'publish');
    await t.db.sql('insert into assignment (id, person_id, course_id, created_at) values ($1, $2, $3, $4)', [
      uuid(),
      me,
      courseId,
      AT,
    ]);
    const opened = (await author.post(`/my/activities/${(await lesson()).id}/open`)).json<OpenedActivity>();
    const policy = await policyOf(opened);
    for (const directive of ['script', 'style', 'img', 'media', 'font', 'connect', 'frame']) {
      const line = policy.split('; ').find((one) => one.startsWith(`${directive}-src `));
      expect(line).toMatch(/ https:\/\/\*\.example\.net https:\/\/media\.example\.com$/);
    }
    expect(JSON.stringify({ ...opened, contentToken: null })).not.toContain('example.net');
    const launch = await author.post(`/my/attempts/${opened.attemptId}/launches`);
    const { launchId, commitToken } = launch.json<{ launchId: string; commitToken: string }>();
    const renewed = await t.anonymous.post(
      `/launches/${launchId}/content-token`,
      {},
      {
        authorization: `Bearer ${commitToken}`,
      },
    );
    expect(await policyOf({ ...opened, ...renewed.json<Pick<OpenedActivity, 'contentToken'>>() })).toBe(policy);
    const own = await t.anonymous.get(`/__waymark/renew?t=${opened.contentToken}`, {
      host: new URL(opened.contentOrigin ?? '').host,
    });
    expect(String(own.headers['content-security-policy'])).toMatch(/^default-src (?!.*example\.net)/);
  });

  it('fit into a token also when they are many and long', async () => {
    const many = Array.from({ length: 10 }, (_, n) => `${String(n).repeat(63)}.abcd.example.com`);
    expect(many[0]).toHaveLength(80);
    expect((await save(many)).status).toBe(200);
    const { opened } = (await author.post(`/activities/${(await lesson()).id}/preview`)).json<PreviewedActivity>();
    expect(await policyOf(opened)).toContain(`https://${many[9]}`);
    const page = await t.anonymous.get(`/__waymark/renew?t=${opened.contentToken}`, {
      host: new URL(opened.contentOrigin ?? '').host,
    });
    expect(page.status).toBe(204);
  });
});
