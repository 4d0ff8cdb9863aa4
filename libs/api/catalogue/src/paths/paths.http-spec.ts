import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Course, Created, Path, PathPage, PathVersion, Problem } from '@lms/contracts';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { CatalogueFacade } from '../catalogue.facade.js';

let t: TestApp;
let [first, second]: Client[] = [];
let [one, other]: string[] = [];

beforeAll(async () => {
  t = await testApp();
  const people = [await t.make.person(), await t.make.person()];
  for (const personId of people) await t.make.grant({ personId, role: 'people-team' });
  [first, second] = await Promise.all(people.map((personId) => t.as(personId)));
  [one, other] = [await t.make.course({ title: 'One' }), await t.make.course({ title: 'Other' })];
  await t.make.publish(await t.make.courseVersion({ courseId: one! }));
});
afterAll(() => t.stop());

const audience = { organisationKinds: ['supplier'], employmentGroups: ['site', 'driver'] };
const stage = (title: string, dayOffset: number, ...courseIds: string[]) => ({
  title,
  dayOffset,
  steps: courseIds.map((courseId) => ({ courseId })),
});
const draftOf = (stages: object[]) => ({ audience, sequential: true, stages });
const pathOf = async (id: string) => (await first!.get(`/paths/${id}`)).json<Path>();
async function newPath(code: string): Promise<{ id: string; draft: string }> {
  const { id } = (await first!.post('/paths', { code, title: `Path ${code}` })).json<Created>();
  return { id, draft: (await pathOf(id)).versions[0]!.id };
}
const save = (draft: string, stages: object[], seen = 1) =>
  first!.put(`/path-versions/${draft}`, draftOf(stages), { 'if-match': `"${seen}"` });

describe('a path', () => {
  it('is saved as a whole, by one editor at a time, with courses that exist and stand in it once', async () => {
    const { id, draft } = await newPath('WHOLE');
    await save(draft, [stage('Old', 3, one!)]);
    const saved = await save(draft, [stage('Before', -7, one!), stage('First day', 0, other!)], 2);
    expect([saved.status, saved.headers['etag']]).toEqual([200, '"3"']);
    expect(saved.json<PathVersion>()).toMatchObject({
      audience,
      sequential: true,
      stages: [
        {
          title: 'Before',
          dayOffset: -7,
          steps: [{ kind: 'course', courseId: one, title: 'One', coursePublished: true, optional: false, after: [] }],
        },
        { title: 'First day', dayOffset: 0, steps: [{ courseId: other, coursePublished: false }] },
      ],
    });
    expect((await save(draft, [], 2)).status).toBe(412);
    const wrong = await save(draft, [stage('A', 0, one!, one!), stage('B', 1, id)], 3);
    expect(wrong.json<Problem>().fields?.map((field) => field.path)).toEqual([
      'stages.0.steps.1.courseId',
      'stages.1.steps.0.courseId',
    ]);
    expect((await first!.post('/paths', { code: 'whole', title: 'x' })).json<Problem>().fields?.[0]?.path).toBe('code');
  });

  it('is published by a second person, when every course in it is, and makes those mandatory', async () => {
    const { id, draft } = await newPath('SITE');
    expect((await first!.post(`/path-versions/${draft}/submit`)).json<Problem>().code).toBe('not-ready');
    await save(draft, [stage('Before', -7, one!, other!)]);
    const early = await first!.post(`/path-versions/${draft}/submit`);
    expect(early.json<Problem>().fields).toEqual([
      { path: 'stages.0.steps.1.courseId', message: 'The course “Other” has no published version yet.' },
    ]);
    await t.make.publish(await t.make.courseVersion({ courseId: other! }));
    const publish = (who: Client) => who.post(`/path-versions/${draft}/publish`);
    expect((await publish(second!)).json<Problem>().code).toBe('second-person-needed');
    expect((await first!.post(`/path-versions/${draft}/submit`)).json<PathVersion>().state).toBe('in-review');
    expect((await publish(first!)).json<Problem>().code).toBe('second-person-needed');
    expect((await first!.get('/reviews')).json()).toMatchObject({
      items: [{ kind: 'path', versionId: draft, mine: true }],
    });
    expect((await publish(second!)).json<PathVersion>().state).toBe('published');

    const course = (await first!.get(`/courses/${one}`)).json<Course>();
    expect(course).toMatchObject({ mandatory: true, mandatoryForced: true });
    const { code, title } = course;
    const voluntary = await first!.put(`/courses/${one}`, { code, title }, { 'if-match': `"${course.version}"` });
    expect(voluntary.json<Problem>().fields).toMatchObject([
      { path: 'mandatory', message: expect.stringContaining('“Path SITE”') },
    ]);
    const audits = await t.db.sql(`select from audit_event where action = 'course.make-mandatory'`);
    expect(audits).toHaveLength(2);
    const events = await t.db.sql(`select payload from outbox_event where type = 'path-version.published'`);
    expect(events).toEqual([{ payload: { pathVersionId: draft, pathId: id } }]);
    const retire = await first!.post(`/course-versions/${course.versions[0]!.id}/retire`);
    expect([retire.status, retire.json<Problem>().code]).toEqual([409, 'in-use']);
    expect((await save(draft, [], 5)).json<Problem>().code).toBe('published-stays');
  });

  it('is listed with what is in it and who is on it, and given to whom its audience holds', async () => {
    const { id } = (await first!.get('/paths?q=site')).json<PathPage>().items[0]!;
    const personId = await t.make.person();
    const engagementId = await t.make.engagement({ personId, organisationId: await t.make.organisation() });
    const published = (await pathOf(id)).versions[0]!;
    await t.db.sql(
      `insert into path_enrolment (id, person_id, engagement_id, path_id, path_version_id, anchor_on, opens_on, given_on, created_at)
       values (gen_random_uuid(), $1, $2, $3, $4, '2026-01-05', '2026-01-05', '2026-01-05', '2026-01-05T09:00:00Z')`,
      [personId, engagementId, id, published.id],
    );
    const { items } = (await first!.get('/paths?q=site')).json<PathPage>();
    expect(items).toMatchObject([{ publishedNumber: 1, openVersion: null, stages: 1, steps: 2, people: 1 }]);
    const facade = t.app.get(CatalogueFacade);
    const given = (employmentGroup: 'site' | 'office') =>
      facade.pathsGivenTo({ organisationKind: 'supplier', employmentGroup });
    expect(await given('office')).toEqual([]);
    const steps = published.stages[0]!.steps.map((step) => ({ id: step.id, courseId: step.courseId, optional: false }));
    expect(await given('site')).toMatchObject([
      { pathVersionId: published.id, pathId: id, kind: 'onboarding', openDays: 7, stages: [{ dayOffset: -7, steps }] },
    ]);
  });

  it('goes on with a copy, and ends by being retired', async () => {
    const { id } = (await first!.get('/paths?q=site')).json<PathPage>().items[0]!;
    const next = (await first!.post(`/paths/${id}/versions`)).json<Created>();
    expect((await first!.post(`/paths/${id}/versions`)).json<Problem>().code).toBe('open-version');
    const [copy, before] = (await pathOf(id)).versions;
    expect(copy).toMatchObject({ number: 2, state: 'draft', audience, sequential: true });
    expect(copy!.stages[0]!.steps.map((step) => step.courseId)).toEqual(
      before!.stages[0]!.steps.map((step) => step.courseId),
    );
    await first!.post(`/path-versions/${next.id}/submit`);
    const returned = await second!.post(`/path-versions/${next.id}/return`, { reason: 'Not yet' });
    expect(returned.json<PathVersion>()).toMatchObject({ state: 'draft', returnedReason: 'Not yet' });
    await first!.post(`/path-versions/${next.id}/submit`);
    await second!.post(`/path-versions/${next.id}/publish`);
    expect((await pathOf(id)).versions.map((v) => v.state)).toEqual(['published', 'retired']);
    expect((await first!.post(`/path-versions/${next.id}/retire`)).json<PathVersion>().state).toBe('retired');
    expect(
      await t.app.get(CatalogueFacade).pathsGivenTo({ organisationKind: 'supplier', employmentGroup: 'site' }),
    ).toEqual([]);
  });

  it('keeps keys through versions, with tasks, choices and prerequisites; a circle is named', async () => {
    const { id, draft } = await newPath('TASKS');
    const key = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const task = (n: number, after: number[]) => ({
      key: key(n),
      kind: 'task',
      title: `Task ${n}`,
      learnerTitle: '{who} does it',
      doer: 'buddy',
      dayOffset: 2,
      after: after.map(key),
    });
    const day = (...steps: object[]) => [
      { title: 'First day', dayOffset: 0, choices: [{ key: key(9), need: 1 }], steps },
    ];
    const chosen = (n: number, courseId: string) => ({ key: key(n), courseId, choice: key(9) });
    const circle = await save(draft, day(task(1, [2]), task(2, [1])));
    expect(circle.json<Problem>().fields).toEqual([
      { path: 'stages.0.steps.0.after', message: expect.stringContaining('which waits for “Task 2”') },
    ]);
    const steps = day(chosen(3, one!), task(1, [3]), { key: key(4), kind: 'milestone', title: 'Ready' });
    expect((await save(draft, steps)).status).toBe(200);
    const early = await first!.post(`/path-versions/${draft}/submit`);
    expect(early.json<Problem>().fields).toMatchObject([{ path: 'stages.0.steps.0.choice' }]);
    steps[0]!.steps.splice(1, 0, chosen(5, other!));
    await save(draft, steps, 2);
    await first!.post(`/path-versions/${draft}/submit`);
    expect((await second!.post(`/path-versions/${draft}/publish`)).json<PathVersion>().state).toBe('published');
    await first!.post(`/paths/${id}/versions`);
    const [copy, published] = (await pathOf(id)).versions;
    const shape = (v: PathVersion) =>
      v.stages[0]!.steps.map((s) => [s.key, s.kind, s.doer, s.dayOffset, s.after, s.learnerTitle, s.choice !== null]);
    expect(shape(copy!)).toEqual(shape(published!));
    expect(shape(copy!)).toEqual([
      [key(3), 'course', null, null, [], '', true],
      [key(5), 'course', null, null, [], '', true],
      [key(1), 'task', 'buddy', 2, [key(3)], '{who} does it', false],
      [key(4), 'milestone', null, null, [], '', false],
    ]);
    expect(copy!.stages[0]!.choices).toEqual([{ key: copy!.stages[0]!.steps[0]!.choice, need: 1 }]);
    expect([copy!.change, copy!.running]).toEqual(['minor', 'stay']);
    await expect(
      t.db.sql(`update path_choice set need = 2 where id = $1`, [published!.stages[0]!.choices[0]!.key]),
    ).rejects.toThrow('cannot be changed');
  });

  it('is renamed, by one editor at a time and to a code of its own', async () => {
    const { id } = await newPath('NAME');
    const { version } = await pathOf(id);
    const put = (body: object, seen = version) => first!.put(`/paths/${id}`, body, { 'if-match': `"${seen}"` });
    const saved = await put({ code: 'NAMED', title: 'Named', summary: 'What it is for' });
    expect([saved.status, saved.headers['etag']]).toEqual([200, `"${version + 1}"`]);
    expect(saved.json<Path>()).toMatchObject({ code: 'NAMED', title: 'Named', summary: 'What it is for' });
    expect((await put({ code: 'NAMED', title: 'Other' })).status).toBe(412);
    const taken = await put({ code: 'tasks', title: 'Named' }, version + 1);
    expect(taken.json<Problem>().fields?.[0]?.path).toBe('code');
    const author = await t.make.person();
    await t.make.grant({ personId: author, role: 'author' });
    const refused = await (await t.as(author)).put(`/paths/${id}`, { code: 'X', title: 'X' }, { 'if-match': '"1"' });
    expect(refused.status).toBe(403);
  });
});
