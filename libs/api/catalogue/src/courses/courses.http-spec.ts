import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Course, CoursePage, CourseVersion, Created, Problem } from '@lms/contracts';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const VOLUNTARY = { code: 'DP', title: 'Data protection', summary: '', topics: ['Law'], mandatory: false };
let t: TestApp;
let author: Client;
let team: Client;

beforeAll(async () => {
  t = await testApp();
  const [a, b] = [await t.make.person({ givenName: 'Gareth', familyName: 'Pugh' }), await t.make.person()];
  await t.make.grant({ personId: a, role: 'author' });
  await t.make.grant({ personId: b, role: 'people-team' });
  [author, team] = [await t.as(a), await t.as(b)];
});
afterAll(() => t.stop());

const courseOf = async (id: string): Promise<Course> => (await author.get(`/courses/${id}`)).json();
const draftOf = async (id: string): Promise<CourseVersion> => (await courseOf(id)).versions[0]!;
async function newCourse(given: Partial<typeof VOLUNTARY> = {}): Promise<{ id: string; draft: string }> {
  const { id } = (await author.post('/courses', { ...VOLUNTARY, ...given })).json<Created>();
  return { id, draft: (await draftOf(id)).id };
}
const addPractice = (draft: string, title = 'Practice') =>
  author.post(`/course-versions/${draft}/activities`, { kind: 'in-person', title, minutes: 10 });

describe('a course', () => {
  it('begins with a draft, is owned by its creator, and its code is its own', async () => {
    const { id } = await newCourse();
    const course = await courseOf(id);
    expect(course).toMatchObject({ ...VOLUNTARY, version: 1, ownerName: 'Gareth Pugh', mandatoryForced: false });
    expect(course.givesCertificate).toBe(true);
    const without = { ...VOLUNTARY, givesCertificate: false };
    const saved = await author.put(`/courses/${id}`, without, { 'if-match': '"1"' });
    expect(saved.json<Course>().givesCertificate).toBe(false);
    expect(course.versions).toMatchObject([
      { number: 1, state: 'draft', activities: [], createdByName: 'Gareth Pugh' },
    ]);
    const again = await author.post('/courses', { ...VOLUNTARY, code: 'dp' });
    expect([again.status, again.json<Problem>().fields?.[0]?.path]).toEqual([422, 'code']);
  });

  it('is saved only by whoever saw its newest state', async () => {
    const { id } = await newCourse({ code: 'SAVE' });
    const changed = { ...VOLUNTARY, code: 'SAVE', title: 'Another title' };
    expect((await author.put(`/courses/${id}`, changed)).status).toBe(428);
    const saved = await author.put(`/courses/${id}`, changed, { 'if-match': '"1"' });
    expect([saved.status, saved.headers['etag'], saved.json<Course>().title]).toEqual([200, '"2"', 'Another title']);
    const late = await author.put(`/courses/${id}`, changed, { 'if-match': '"1"' });
    expect([late.status, late.json<Problem>().code]).toEqual([412, 'changed-meanwhile']);
    const audit = await t.db.sql(`select detail from audit_event where action = 'course.save' and target_id = $1`, [
      id,
    ]);
    expect(audit).toMatchObject([
      { detail: { before: { title: 'Data protection' }, after: { title: 'Another title' } } },
    ]);
  });

  it('is found in pages by words and state', async () => {
    for (const n of [3, 1, 2]) await newCourse({ code: `PAGE${n}`, title: `Pages ${n}`, topics: ['100% sure'] });
    const first = (await author.get('/courses?q=pages&limit=2')).json<CoursePage>();
    expect(first.items.map((item) => item.title)).toEqual(['Pages 1', 'Pages 2']);
    const rest = await author.get(`/courses?q=pages&limit=2&cursor=${first.nextCursor}`);
    expect(rest.json<CoursePage>()).toMatchObject({ items: [{ title: 'Pages 3' }], nextCursor: null });
    expect((await author.get('/courses?q=100%25+s')).json<CoursePage>().items).toHaveLength(3);
    expect((await author.get('/courses?q=pages&state=published')).json<CoursePage>().items).toEqual([]);
  });

  it('answers what cannot be understood with a problem, never a failure', async () => {
    const nobody = '01900000-0000-7000-8000-000000000000';
    const tries = [
      author.get(`/courses/${nobody}`),
      author.get('/courses/x'),
      author.get('/courses?q=%00'),
      author.get('/courses?cursor=WyJ4Il0'),
      author.post('/courses', { ...VOLUNTARY, code: 'N\u0000L' }),
      author.post(`/course-versions/${nobody}/publish`),
      author.put(`/activities/${nobody}`, { title: 'x' }, { 'if-match': '"1"' }),
      author.delete(`/activities/${nobody}`, { 'if-match': '"1"' }),
      author.post(`/courses/${nobody}/versions`),
    ];
    expect((await Promise.all(tries)).map((answer) => answer.status)).toEqual([
      404, 400, 400, 400, 400, 404, 404, 404, 404,
    ]);
  });

  it('is nothing for a learner', async () => {
    const learner = await t.as(await t.make.person());
    expect((await learner.get('/courses')).status).toBe(403);
    expect((await learner.post('/courses', VOLUNTARY)).status).toBe(403);
  });
});

describe('a version', () => {
  it('of a voluntary course is published by its author alone, once something is in it', async () => {
    const { id, draft } = await newCourse({ code: 'ALONE' });
    const empty = await author.post(`/course-versions/${draft}/publish`);
    expect([empty.status, empty.json<Problem>().code]).toEqual([409, 'not-ready']);
    expect(empty.json<Problem>().fields).toEqual([{ path: 'activities', message: 'Add at least one activity.' }]);
    await addPractice(draft);
    const published = await author.post(`/course-versions/${draft}/publish`);
    expect(published.json<CourseVersion>()).toMatchObject({ state: 'published', approvedByName: 'Gareth Pugh' });
    const events = await t.db.sql(`select payload from outbox_event where type = 'course-version.published'`);
    expect(events).toContainEqual({ payload: { courseVersionId: draft, courseId: id } });
    for (const change of [
      await addPractice(draft),
      await author.post(`/course-versions/${draft}/submit`),
      await author.put(`/course-versions/${draft}`, { validityMonths: 1, minutes: 1 }, { 'if-match': '"2"' }),
    ]) {
      expect([change.status, change.json<Problem>().code]).toEqual([409, 'published-stays']);
    }
  });

  it('of a mandatory course needs a second person who may approve', async () => {
    const { draft } = await newCourse({ code: 'TWO', mandatory: true });
    await addPractice(draft);
    const codeOf = async (who: Client) => (await who.post(`/course-versions/${draft}/publish`)).json<Problem>().code;
    expect(await codeOf(author)).toBe('second-person-needed');
    expect(await codeOf(team)).toBe('second-person-needed');
    expect((await author.post(`/course-versions/${draft}/submit`)).json<CourseVersion>().state).toBe('in-review');
    expect((await addPractice(draft)).json<Problem>().code).toBe('in-review');
    expect(await codeOf(author)).toBe('second-person-needed');
    const other = await t.make.person();
    await t.make.grant({ personId: other, role: 'author' });
    expect(await codeOf(await t.as(other))).toBe('not-allowed');
    const mine = (await author.get('/reviews')).json<{ items: { versionId: string; mine: boolean }[] }>().items;
    const theirs = (await team.get('/reviews')).json<{ items: { versionId: string; mine: boolean }[] }>().items;
    expect(mine).toMatchObject([{ versionId: draft, kind: 'course', title: 'Data protection', mine: true }]);
    expect(theirs).toMatchObject([{ versionId: draft, mine: false }]);
    const returned = await team.post(`/course-versions/${draft}/return`, { reason: 'Too short' });
    expect(returned.json<CourseVersion>()).toMatchObject({
      state: 'draft',
      returnedReason: 'Too short',
      submittedById: null,
    });
    await author.post(`/course-versions/${draft}/submit`);
    expect((await team.post(`/course-versions/${draft}/publish`)).json<CourseVersion>().state).toBe('published');
    expect((await author.get('/reviews')).json()).toEqual({ items: [] });
  });

  it('cannot become mandatory by a switch after one person published it', async () => {
    const { id, draft } = await newCourse({ code: 'SWITCH' });
    await addPractice(draft);
    await author.post(`/course-versions/${draft}/publish`);
    const mandatory = { ...VOLUNTARY, code: 'SWITCH', mandatory: true };
    const alone = await author.put(`/courses/${id}`, mandatory, { 'if-match': '"1"' });
    expect([alone.status, alone.json<Problem>().code]).toEqual([403, 'second-person-needed']);
    expect((await team.put(`/courses/${id}`, mandatory, { 'if-match': '"1"' })).status).toBe(200);
  });

  it('follows the one before it: a copy with the same lineage, which it retires', async () => {
    const { id, draft } = await newCourse({ code: 'NEXT' });
    await addPractice(draft, 'First');
    await author.put(`/course-versions/${draft}`, { validityMonths: 12, minutes: 45 }, { 'if-match': '"1"' });
    expect((await author.post(`/courses/${id}/versions`)).json<Problem>().code).toBe('open-version');
    await author.post(`/course-versions/${draft}/publish`);
    const next = (await author.post(`/courses/${id}/versions`)).json<Created>();
    expect(await draftOf(id)).toMatchObject({
      number: 2,
      validityMonths: 12,
      minutes: 45,
      activities: [{ title: 'First' }],
    });
    const lineages = await t.db.sql<{ lineage_id: string }>(
      'select distinct lineage_id from activity where course_version_id in ($1, $2)',
      [draft, next.id],
    );
    expect(lineages).toHaveLength(1);
    await author.post(`/course-versions/${next.id}/publish`);
    expect((await courseOf(id)).versions.map((v) => v.state)).toEqual(['published', 'retired']);
    expect((await author.post(`/course-versions/${next.id}/retire`)).json<CourseVersion>().state).toBe('retired');
    expect((await author.get('/courses?q=NEXT&state=retired')).json<CoursePage>().items).toHaveLength(1);
  });
});
