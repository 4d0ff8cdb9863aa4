import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  CommitResult,
  Course,
  CourseOutline,
  CourseVersion,
  Created,
  OpenedActivity,
  PersonRecord,
  Problem,
  ReadAgain,
  ReplacedResource,
  Resource,
  ResourcePage,
  Today,
  Upload,
  VersionChanges,
} from '@lms/contracts';
import { addDays, londonDate, READ_AGAIN_DAYS } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { docx, pdf } from '../fixtures/documents.js';
import { ProcessUploadJob } from '../../libs/api/catalogue/src/uploads/process-upload.job.js';
import { type Client, testApp, type TestApp } from './test-app.js';

const STATEMENT = 'I have read it.';
const today = londonDate(new Date());
const due = addDays(today, READ_AGAIN_DAYS);
let t: TestApp;
let author: Client;
let courseId: string;
let first: CourseVersion;

interface Learner {
  id: string;
  client: Client;
}

beforeAll(async () => {
  t = await testApp();
  const a = await t.make.person();
  await t.make.grant({ personId: a, role: 'author' });
  author = await t.as(a);
});
afterAll(() => t.stop());
beforeEach(async () => {
  courseId = (await author.post('/courses', { code: uuid().slice(-12), title: 'Raising the Bar' })).json<Created>().id;
  const { id } = await newest();
  await author.put(`/course-versions/${id}`, { validityMonths: 12, minutes: 10 }, { 'if-match': '"1"' });
  await author.post(`/course-versions/${id}/activities`, {
    kind: 'upload',
    uploadId: await upload(),
    title: 'Site rules',
  });
  await author.post(`/course-versions/${id}/activities`, {
    kind: 'settings',
    title: 'Guidance',
    settings: { kind: 'link', url: 'https://guidance.example/', statement: STATEMENT },
  });
  await author.post(`/course-versions/${id}/publish`);
  first = await newest();
});

const newest = async () => (await author.get(`/courses/${courseId}`)).json<Course>().versions[0]!;
/** A PDF that nobody has seen. */
async function upload(name = 'rules.pdf', bytes = pdf(uuid())): Promise<string> {
  const query = new URLSearchParams({ kind: 'document', name }).toString();
  const headers = { 'content-type': 'application/octet-stream' };
  const { id } = (await author.post(`/uploads?${query}`, Buffer.from(bytes), headers)).json<Upload>();
  await t.app.get(ProcessUploadJob).run({ id }, new AbortController().signal);
  expect((await author.get(`/uploads/${id}`)).json<Upload>()).toMatchObject({ state: 'ready' });
  return id;
}
async function person(required = true): Promise<Learner> {
  const id = await t.make.person();
  await t.db.sql('insert into assignment (id, person_id, course_id, created_at) values ($1, $2, $3, now())', [
    uuid(),
    id,
    courseId,
  ]);
  if (!required) {
    await t.db.sql(
      `insert into assignment_reason (id, assignment_id, kind, since) select gen_random_uuid(), id, 'self', now()
       from assignment where person_id = $1`,
      [id],
    );
  }
  return { id, client: await t.as(id) };
}
const outline = async ({ client }: Learner) => (await client.get(`/my/courses/${courseId}`)).json<CourseOutline>();
const states = ({ number, activities }: CourseOutline) => [
  number,
  ...activities.map((one) => `${one.title} ${one.state}`),
];
const open = async ({ client }: Learner, version: CourseVersion, at: number) =>
  (await client.post(`/my/activities/${version.activities[at]!.id}/open`)).json<OpenedActivity>();
async function read(who: Learner, version: CourseVersion): Promise<CommitResult> {
  const { attemptId, file } = await open(who, version, 0);
  const answer = await who.client.post(`/my/attempts/${attemptId}/acknowledge`, {
    sha256: file!.sha256,
    name: 'Aisha Karim',
  });
  expect(answer.status).toBe(200);
  return answer.json();
}
async function promise(who: Learner, version: CourseVersion): Promise<CommitResult> {
  const { attemptId } = await open(who, version, 1);
  return (await who.client.post(`/my/attempts/${attemptId}/done`, { statement: STATEMENT })).json();
}
const finish = async (who: Learner, version: CourseVersion) => {
  await promise(who, version);
  expect(await read(who, version)).toMatchObject({ courseDone: true });
};
const record = async ({ client }: Learner) => (await client.get('/my/record')).json<PersonRecord>();
const dueItem = async ({ client }: Learner) =>
  (await client.get('/my/today')).json<Today>().due.find((item) => item.courseId === courseId);
/** Publishes a minor version in which the document is another file. */
async function revise(readAgain: ReadAgain): Promise<CourseVersion> {
  const { id } = (await author.post(`/courses/${courseId}/versions`)).json<Created>();
  const save = { validityMonths: 12, minutes: 10, change: 'minor' };
  await author.put(`/course-versions/${id}`, save, { 'if-match': '"1"' });
  const [document] = (await newest()).activities;
  const body = { uploadId: await upload(), readAgain };
  const replaced = await author.put(`/activities/${document!.id}/file`, body, { 'if-match': '"1"' });
  expect(replaced.json<CourseVersion>().activities[0]).toMatchObject({ readAgain, revised: true });
  expect((await author.post(`/course-versions/${id}/publish`)).status).toBe(200);
  await t.drain();
  return newest();
}
const facts = async ({ id }: Learner) =>
  t.db.sql('select sha256, name from acknowledgement where person_id = $1 order by acknowledged_at', [id]);

describe('a new revision of a document', () => {
  it('reopens for everyone from whom the course is required, and takes nothing away', async () => {
    const [done, free, stranger] = [await person(), await person(false), await person()];
    await finish(done, first);
    await finish(free, first);
    const before = await record(done);
    const second = await revise('everyone');

    const asked = await outline(done);
    expect(states(asked)).toEqual([2, 'Site rules here', 'Guidance done']);
    expect(asked).toMatchObject({
      dueOn: due,
      revisions: [{ title: 'Site rules', publishedOn: today, readOn: today, later: false }],
    });
    expect(await dueItem(done)).toMatchObject({
      standing: 'valid',
      dueOn: due,
      revision: { title: 'Site rules', publishedOn: today },
    });
    expect((await record(done)).completions).toEqual(before.completions);
    // Whoever did it of their own accord owes nothing.
    expect(states(await outline(free))).toEqual([1, 'Site rules done', 'Guidance done']);
    expect(await dueItem(free)).toBeUndefined();
    expect((await outline(stranger)).revisions).toEqual([]);

    const wrong = await open(done, second, 0);
    const [old] = await facts(done);
    const refused = await done.client.post(`/my/attempts/${wrong.attemptId}/acknowledge`, {
      sha256: old!['sha256'],
      name: 'A',
    });
    expect(refused.json<Problem>().code).toBe('document-changed');
    expect(await read(done, second)).toMatchObject({ courseDone: true });
    expect(states(await outline(done))).toEqual([2, 'Site rules done', 'Guidance done']);
    expect(await dueItem(done)).toBeUndefined();
    expect(await facts(done)).toHaveLength(2);
    const [again, earlier] = (await record(done)).completions;
    expect([earlier!.versionNumber, again!.versionNumber, again!.revoked]).toEqual([1, 2, false]);
    expect(again!.validUntil).toBe(earlier!.validUntil);
  });

  it('is overdue when nobody read it by its day, and the same event twice asks once', async () => {
    const who = await person();
    await finish(who, first);
    const second = await revise('everyone');
    const reopen = () =>
      t.db.sql<{ n: number }>('select reopen_for_revisions($1, $2, $3, now()) as n', [second.id, today, due]);
    expect(await reopen()).toEqual([{ n: 0 }]);
    await t.db.sql('update assignment set due_on = $2 where person_id = $1 and cycle = 2', [
      who.id,
      addDays(today, -1),
    ]);
    expect(await dueItem(who)).toMatchObject({ standing: 'overdue', revision: { title: 'Site rules' } });
    await t.db.sql('update assignment set due_on = $2 where person_id = $1 and cycle = 2', [who.id, due]);
    await read(who, second);
    expect(await reopen()).toEqual([{ n: 0 }]);
  });

  it('waits for what was begun, and then stands before the completion', async () => {
    const [reader, opener, finished] = [await person(), await person(), await person()];
    await read(reader, first);
    await open(reader, first, 1);
    await open(opener, first, 0);
    await finish(finished, first);
    const second = await revise('unfinished');
    // The link is open on the old version: it is finished there, and counts.
    const held = await outline(reader);
    expect(states(held)).toEqual([1, 'Site rules done', 'Guidance here']);
    expect(held.revisions).toMatchObject([{ later: true }]);
    expect(await promise(reader, first)).toMatchObject({ activityDone: true, courseDone: false });
    expect(states(await outline(reader))).toEqual([2, 'Site rules here', 'Guidance done']);
    expect((await record(reader)).completions).toEqual([]);
    expect(await read(reader, second)).toMatchObject({ courseDone: true });
    // Opened and not acknowledged: the new one is what they read.
    expect(states(await outline(opener))).toEqual([2, 'Site rules here', 'Guidance next']);
    expect(states(await outline(finished))).toEqual([1, 'Site rules done', 'Guidance done']);
    expect(await dueItem(finished)).toBeUndefined();
  });

  it('changes nothing when its author says so, and a later one that asks everyone does', async () => {
    const [reader, done] = [await person(), await person()];
    await read(reader, first);
    await finish(done, first);
    await revise('nobody');
    expect(states(await outline(reader))).toEqual([2, 'Site rules done', 'Guidance here']);
    expect(states(await outline(done))).toEqual([1, 'Site rules done', 'Guidance done']);
    const third = await revise('everyone');
    expect(states(await outline(reader))).toEqual([3, 'Site rules here', 'Guidance next']);
    expect(states(await outline(done))).toEqual([3, 'Site rules here', 'Guidance done']);
    expect(await read(done, third)).toMatchObject({ courseDone: true });
  });

  it('ends with the reason that the course was asked for', async () => {
    const who = await person();
    await finish(who, first);
    await t.db.sql(
      `insert into assignment_reason (id, assignment_id, kind, since, ended_at) select gen_random_uuid(), id, 'self', now(), now()
       from assignment where person_id = $1`,
      [who.id],
    );
    await revise('everyone');
    expect(await dueItem(who)).toBeUndefined();
  });

  it('is chosen in the library too, and reaches courses that take the file later', async () => {
    const done = await person();
    await finish(done, first);
    const { items } = (await author.get('/resources?q=Site+rules')).json<ResourcePage>();
    const { sha256 } = (await open(done, first, 0)).file!;
    const { id, version } = items.find((item) => item.current.sha256 === sha256)!;
    const body = { uploadId: await upload(), then: 'draft', readAgain: 'everyone' };
    const replaced = await author.post(`/resources/${id}/replace`, body, { 'if-match': `"${version}"` });
    expect(replaced.json<ReplacedResource>().courses).toMatchObject([{ outcome: 'draft-begun' }]);
    const draft = await newest();
    expect(draft.activities.map((one) => [one.readAgain, one.revised])).toEqual([
      ['everyone', true],
      ['nobody', false],
    ]);
    // Of two choices in one draft the one that asks more people stands.
    const more = { uploadId: await upload(), then: 'draft', readAgain: 'nobody' };
    const now = (await author.get(`/resources/${id}`)).json<Resource>();
    await author.post(`/resources/${id}/replace`, more, { 'if-match': `"${now.version}"` });
    expect((await newest()).activities[0]?.readAgain).toBe('everyone');
    const changes = (await author.get(`/course-versions/${draft.id}/changes`)).json<VersionChanges>();
    expect(changes.activities[0]?.fields).toContainEqual({ field: 'readAgain', before: 'nobody', after: 'everyone' });
    await author.post(`/course-versions/${draft.id}/publish`);
    await t.drain();
    expect(states(await outline(done))).toEqual([2, 'Site rules here', 'Guidance done']);
    // The next draft has the same file: there is nothing in it to read again.
    await author.post(`/courses/${courseId}/versions`);
    expect((await newest()).activities[0]).toMatchObject({ readAgain: 'nobody', revised: false });
  });

  it('takes a document only, of the same kind, and undoes', async () => {
    const { id } = (await author.post(`/courses/${courseId}/versions`)).json<Created>();
    const [document, link] = (await newest()).activities;
    const put = async (activityId: string, seen: number, uploadId: string) =>
      author.put(`/activities/${activityId}/file`, { uploadId }, { 'if-match': `"${seen}"` });
    expect((await put(link!.id, 1, uuid())).status).toBe(422);
    expect((await put(document!.id, 9, uuid())).status).toBe(412);
    expect((await put(document!.id, 1, uuid())).status).toBe(422);
    const bytes = pdf('the same twice');
    expect((await put(document!.id, 1, await upload('a.pdf', bytes))).status).toBe(200);
    expect((await put(document!.id, 2, await upload('b.pdf', bytes))).json<Problem>().code).toBe('same-file');
    expect((await newest()).activities[0]).toMatchObject({ title: 'Site rules', fileName: 'a.pdf', revised: true });
    await author.post(`/course-versions/${id}/undo`);
    expect((await newest()).activities[0]).toMatchObject({ fileName: 'rules.pdf', revised: false });
    const save = { title: 'Guidance', readAgain: 'everyone' };
    expect((await author.put(`/activities/${link!.id}`, save, { 'if-match': '"1"' })).status).toBe(422);
  });
});

describe('a document that is no PDF', () => {
  it('is given to keep, never shown, and acknowledged like any other', async () => {
    const { id } = (await author.post(`/courses/${courseId}/versions`)).json<Created>();
    const uploadId = await upload('Method statement.docx', docx());
    await author.post(`/course-versions/${id}/activities`, { kind: 'upload', uploadId, title: 'Method statement' });
    await author.post(`/course-versions/${id}/publish`);
    const version = await newest();
    expect(version.activities[2]).toMatchObject({ kind: 'document', summary: 'Word document' });
    const who = await person();
    const { attemptId, contentOrigin, contentToken, file } = await open(who, version, 2);
    expect(file).toMatchObject({
      name: 'Method statement.docx',
      pages: null,
      mediaType: expect.stringContaining('wordprocessing'),
    });
    const answer = await t.app.inject({
      url: `${file!.path}?t=${contentToken}`,
      headers: { host: new URL(contentOrigin!).host },
    });
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['x-content-type-options']]).toEqual([
      200,
      'application/octet-stream',
      'nosniff',
    ]);
    expect(answer.headers['content-disposition']).toContain('attachment; filename="Method statement.docx"');
    const done = await who.client.post(`/my/attempts/${attemptId}/acknowledge`, {
      sha256: file!.sha256,
      name: 'Aisha Karim',
    });
    expect(done.json()).toMatchObject({ activityDone: true });
    expect(await facts(who)).toEqual([{ sha256: file!.sha256, name: 'Aisha Karim' }]);
    // A document is a document, whatever it is written with: it can take the place of a PDF.
    await author.post(`/courses/${courseId}/versions`);
    const [first] = (await newest()).activities;
    const body = { uploadId: await upload('Rules.docx', docx('<w>2</w>')) };
    expect((await author.put(`/activities/${first!.id}/file`, body, { 'if-match': '"1"' })).status).toBe(200);
  });
});
