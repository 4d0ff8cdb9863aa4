import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Course, CoursePage, Created, Problem } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

let t: TestApp;
let author: Client;
let me: string;

beforeAll(async () => {
  t = await testApp();
  me = await t.make.person({ givenName: 'Helen', familyName: 'Marsh' });
  await t.make.grant({ personId: me, role: 'author' });
  author = await t.as(me);
});
afterAll(() => t.stop());

const courseOf = async (id: string): Promise<Course> => (await author.get(`/courses/${id}`)).json();
const draftOf = async (id: string) => (await courseOf(id)).versions[0]!;
async function course(code: string): Promise<string> {
  const details = { code, title: 'Site induction', summary: 'What is where.', topics: ['Site'], mandatory: true };
  const { id } = (await author.post('/courses', details)).json<Created>();
  const draft = await draftOf(id);
  await author.post(`/course-versions/${draft.id}/activities`, { kind: 'in-person', title: 'Walk round' });
  await author.put(
    `/course-versions/${draft.id}`,
    { minutes: 60, validityMonths: 24 },
    { 'if-match': `"${draft.version}"` },
  );
  return id;
}
const mark = async (id: string, template: boolean) =>
  author.put(`/courses/${id}/template`, { template }, { 'if-match': `"${(await courseOf(id)).version}"` });
const duplicate = (id: string, code: string) =>
  author.post(`/courses/${id}/duplicate`, { code, title: `Site induction ${code}` });
const codeOf = (answer: { json<T>(): T }) => answer.json<Problem>().code;
const lineages = (id: string) =>
  t.db.sql<{ lineage_id: string }>(
    'select a.lineage_id from activity a join course_version v on v.id = a.course_version_id where v.course_id = $1',
    [id],
  );

describe('a copy of a course', () => {
  it('holds everything, under its own code, and goes its own way', async () => {
    const id = await course('IND');
    const made = await duplicate(id, 'IND-M40');
    expect(made.status).toBe(201);
    const copy = await courseOf(made.json<Created>().id);
    expect(copy).toMatchObject({
      code: 'IND-M40',
      title: 'Site induction IND-M40',
      summary: 'What is where.',
      mandatory: true,
      template: false,
      ownerName: 'Helen Marsh',
      copiedFrom: { id, title: 'Site induction' },
      versions: [{ number: 1, state: 'draft', minutes: 60, validityMonths: 24, activities: [{ title: 'Walk round' }] }],
    });
    expect((await lineages(copy.id))[0]?.lineage_id).not.toBe((await lineages(id))[0]?.lineage_id);
    const taken = await duplicate(id, 'ind-m40');
    expect([taken.status, taken.json<Problem>().fields?.[0]?.path]).toEqual([422, 'code']);
    expect((await duplicate(uuid(), 'X')).status).toBe(404);
  });

  it('is of what is taught, not of the next draft', async () => {
    const { id } = (await author.post('/courses', { code: 'TAUGHT', title: 'Taught' })).json<Created>();
    const first = await draftOf(id);
    await author.post(`/course-versions/${first.id}/activities`, { kind: 'in-person', title: 'Taught' });
    await author.post(`/course-versions/${first.id}/publish`);
    const next = (await author.post(`/courses/${id}/versions`)).json<Created>();
    await author.post(`/course-versions/${next.id}/activities`, { kind: 'in-person', title: 'Planned' });
    const copy = (await duplicate(id, 'TAUGHT-2')).json<Created>();
    expect((await draftOf(copy.id)).activities.map((one) => one.title)).toEqual(['Taught']);
  });
});

describe('a template', () => {
  it('is listed by itself, is not taught, and courses are made from it', async () => {
    const id = await course('TPL');
    expect((await author.put(`/courses/${id}/template`, { template: true })).status).toBe(428);
    expect((await mark(id, true)).json<Course>()).toMatchObject({ template: true });
    const draft = await draftOf(id);
    for (const step of ['submit', 'publish']) {
      expect(codeOf(await author.post(`/course-versions/${draft.id}/${step}`))).toBe('template');
    }
    const found = async (query: string) =>
      (await author.get(`/courses?q=TPL${query}`)).json<CoursePage>().items.map((item) => item.code);
    expect(await found('')).toEqual([]);
    expect(await found('&template=true')).toEqual(['TPL']);
    const made = (await duplicate(id, 'TPL-A14')).json<Created>();
    expect(await found('')).toEqual(['TPL-A14']);
    expect((await author.post(`/course-versions/${(await draftOf(made.id)).id}/submit`)).status).toBe(200);
    expect((await mark(id, false)).json<Course>().template).toBe(false);
  });

  it('is never made of what people are taught', async () => {
    const id = await course('NOTPL');
    await author.post(`/course-versions/${(await draftOf(id)).id}/submit`);
    expect(codeOf(await mark(id, true))).toBe('taught');
  });
});
