import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  Course,
  CommitResult,
  CourseOutline,
  CourseVersion,
  Created,
  InTheMiddle,
  OpenedActivity,
  PersonRecord,
  Problem,
  SaveVersionRequest,
} from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { EndOldVersions } from './end-old-versions.js';

const STATEMENT = 'I have read it.';
const today = londonDate(new Date());
let t: TestApp;
let author: Client;
let trainer: Client;
let learner: Client;
let learnerId: string;
let courseId: string;
let first: CourseVersion;

beforeAll(async () => {
  t = await testApp();
  const [a, b] = [await t.make.person(), await t.make.person()];
  await t.make.grant({ personId: a, role: 'author' });
  await t.make.grant({ personId: b, role: 'people-team' });
  [author, trainer] = [await t.as(a), await t.as(b)];
});
afterAll(() => t.stop());
beforeEach(async () => {
  courseId = (await author.post('/courses', { code: uuid().slice(-12), title: 'Fatigue' })).json<Created>().id;
  const { id } = await newest();
  await link(id, 'A');
  await link(id, 'B');
  await author.post(`/course-versions/${id}/publish`);
  first = await newest();
  const [person] = [await t.make.person()];
  learnerId = person;
  await t.db.sql(
    `insert into assignment (id, person_id, course_id, created_at, due_on) values ($1, $2, $3, now(), '2031-01-01')`,
    [uuid(), person, courseId],
  );
  learner = await t.as(person);
});

const newest = async (): Promise<CourseVersion> =>
  (await author.get(`/courses/${courseId}`)).json<Course>().versions[0]!;
const link = (versionId: string, title: string) =>
  author.post(`/course-versions/${versionId}/activities`, {
    kind: 'settings',
    title,
    settings: { kind: 'link', url: 'https://guidance.example/', statement: STATEMENT },
  });
/** Publishes another version; its author adds an activity when `more` names one. */
async function publish(change: Partial<SaveVersionRequest>, more?: string): Promise<CourseVersion> {
  const { id } = (await author.post(`/courses/${courseId}/versions`)).json<Created>();
  const request = { validityMonths: null, minutes: 30, ...change };
  expect((await author.put(`/course-versions/${id}`, request, { 'if-match': '"1"' })).status).toBe(200);
  if (more) await link(id, more);
  expect((await author.post(`/course-versions/${id}/publish`)).status).toBe(200);
  return newest();
}
const outline = async () => (await learner.get(`/my/courses/${courseId}`)).json<CourseOutline>();
const open = (id: string) => learner.post(`/my/activities/${id}/open`);
const named = (version: CourseVersion, title: string) => version.activities.find((one) => one.title === title)!.id;
const begin = async (version: CourseVersion, title: string) =>
  (await open(named(version, title))).json<OpenedActivity>();
const finish = async (version: CourseVersion, title: string) =>
  (
    await learner.post(`/my/attempts/${(await begin(version, title)).attemptId}/done`, { statement: STATEMENT })
  ).json<CommitResult>();
const states = ({ number, activities }: CourseOutline) => [
  number,
  activities.map((one) => `${one.title} ${one.state}`),
];
const record = async () => (await learner.get('/my/record')).json<PersonRecord>().completions;
const attempts = () =>
  t.db.sql<{ state: string }>('select state from attempt where person_id = $1 order by started_at', [learnerId]);
/** Moves the last day of a published version, as the passing of time would. */
const endOn = (id: string, day: string) =>
  t.db.sql(`alter table course_version disable trigger course_version_keep;
    update course_version set old_ends_on = '${day}' where id = '${id}';
    alter table course_version enable trigger course_version_keep`);

describe('a minor version', () => {
  it('leaves what runs on the old content, where it counts', async () => {
    await finish(first, 'A');
    await begin(first, 'B');
    const second = await publish({ change: 'minor' }, 'C');
    expect(states(await outline())).toEqual([1, ['A done', 'B here']]);
    expect((await outline()).newer).toMatchObject({ number: 2, change: 'minor', begun: 'finish', endsOn: null });
    expect((await open(named(second, 'C'))).status).toBe(404);
    expect(await finish(first, 'B')).toMatchObject({ courseDone: true });
    expect(await record()).toMatchObject([{ versionNumber: 1 }]);
    expect((await outline()).newer).toBeNull();
  });

  it('takes over what was done, for whoever has nothing open', async () => {
    await finish(first, 'A');
    const second = await publish({ change: 'minor' }, 'C');
    expect(states(await outline())).toEqual([2, ['A done', 'B here', 'C next']]);
    expect(await begin(second, 'A')).toMatchObject({ done: true, activityId: named(first, 'A') });
    expect(await finish(second, 'B')).toMatchObject({ courseDone: false });
    expect(await finish(second, 'C')).toMatchObject({ courseDone: true });
    expect(await record()).toMatchObject([{ versionNumber: 2 }]);
    expect(await attempts()).toHaveLength(3);
  });

  it('counts through several minor versions, but not across a major one', async () => {
    await finish(first, 'A');
    await publish({ change: 'minor' });
    await publish({ change: 'minor' });
    expect(states(await outline())).toEqual([3, ['A done', 'B here']]);
    await publish({ change: 'major' });
    expect(states(await outline())).toEqual([1, ['A done', 'B here']]);
    const stranger = await t.make.person();
    await t.db.sql('insert into assignment (id, person_id, course_id, created_at) values ($1, $2, $3, now())', [
      uuid(),
      stranger,
      courseId,
    ]);
    const other = (await (await t.as(stranger)).get(`/my/courses/${courseId}`)).json<CourseOutline>();
    expect(states(other)).toEqual([4, ['A here', 'B next']]);
  });
});

describe('a major version', () => {
  it('lets people finish the old one, also what they had not begun in it', async () => {
    await finish(first, 'A');
    const second = await publish({ change: 'major', begun: 'finish', news: 'New rules for rest.' });
    const seen = await outline();
    expect(states(seen)).toEqual([1, ['A done', 'B here']]);
    expect(seen.newer).toEqual({
      courseVersionId: second.id,
      number: 2,
      news: 'New rules for rest.',
      publishedOn: today,
      change: 'major',
      begun: 'finish',
      endsOn: null,
    });
    expect((await open(named(second, 'A'))).status).toBe(404);
    expect(await finish(first, 'B')).toMatchObject({ courseDone: true });
    expect(await record()).toMatchObject([{ versionNumber: 1 }]);
    expect(states(await outline())).toEqual([1, ['A done', 'B done']]);
  });

  it('is begun anew only by the learner’s own word, and the old attempts stay as rows', async () => {
    await finish(first, 'A');
    await begin(first, 'B');
    const second = await publish({ change: 'major', begun: 'restart' });
    expect(states(await outline())).toEqual([1, ['A done', 'B here']]);
    const wrong = await learner.post(`/my/courses/${courseId}/new-version`, { courseVersionId: first.id });
    expect(wrong.json<Problem>().code).toBe('another-version');
    for (let twice = 0; twice < 2; twice += 1) {
      const begun = await learner.post(`/my/courses/${courseId}/new-version`, { courseVersionId: second.id });
      expect(states(begun.json())).toEqual([2, ['A here', 'B next']]);
    }
    expect((await outline()).ended).toBeNull();
    expect((await open(named(first, 'B'))).status).toBe(404);
    expect((await attempts()).map((row) => row.state)).toEqual(['done', 'abandoned']);
    await finish(second, 'A');
    expect(await finish(second, 'B')).toMatchObject({ courseDone: true });
    expect(await record()).toMatchObject([{ versionNumber: 2 }]);
  });

  it('ends the old one on its day and not before, and says so', async () => {
    await finish(first, 'A');
    await begin(first, 'B');
    const second = await publish({ change: 'major', begun: 'restart', oldEndsOn: addDays(today, 10) });
    expect((await outline()).newer).toMatchObject({ begun: 'restart', endsOn: addDays(today, 10) });
    await endOn(second.id, today);
    expect(states(await outline())).toEqual([1, ['A done', 'B here']]);
    await endOn(second.id, addDays(today, -1));
    const after = await outline();
    expect(states(after)).toEqual([2, ['A here', 'B next']]);
    expect(after).toMatchObject({ newer: null, ended: { number: 1, on: addDays(today, -1) } });
    expect((await attempts()).map((row) => row.state)).toEqual(['done', 'open']);
    const end = t.app.get(EndOldVersions);
    expect(await end.run()).toBe(1);
    expect(await end.run()).toBe(0);
    expect((await attempts()).map((row) => row.state)).toEqual(['done', 'abandoned']);
    expect(await outline()).toMatchObject({ number: 2, ended: { number: 1 } });
    await begin(second, 'A');
    expect((await outline()).ended).toBeNull();
  });

  it('gives a week’s notice at least, however long the review took', async () => {
    const { id } = (await author.post(`/courses/${courseId}/versions`)).json<Created>();
    const save = (change: object) =>
      author.put(`/course-versions/${id}`, { validityMonths: null, minutes: 30, ...change }, { 'if-match': '"1"' });
    const soon = await save({ begun: 'restart', oldEndsOn: addDays(today, 6) });
    expect(soon.json<Problem>().fields?.[0]?.path).toBe('oldEndsOn');
    expect((await save({ begun: 'finish', oldEndsOn: addDays(today, 30) })).status).toBe(422);
    expect((await save({ begun: 'restart', oldEndsOn: addDays(today, 7) })).status).toBe(200);
    await t.db.sql('update course_version set old_ends_on = $2 where id = $1', [id, addDays(today, -3)]);
    await author.post(`/course-versions/${id}/publish`);
    expect((await newest()).oldEndsOn).toBe(addDays(today, 7));
  });

  it('is nothing to somebody whose completion still counts', async () => {
    await finish(first, 'A');
    await finish(first, 'B');
    await publish({ change: 'major', begun: 'restart', oldEndsOn: addDays(today, 8) });
    const seen = await outline();
    expect(states(seen)).toEqual([1, ['A done', 'B done']]);
    expect(seen.newer).toBeNull();
    expect((await begin(first, 'A')).done).toBe(true);
  });
});

describe('before a version is published', () => {
  const middle = async (client = author) => {
    const { versions } = (await author.get(`/courses/${courseId}`)).json<Course>();
    return (await client.get(`/course-versions/${versions[0]!.id}/in-the-middle`)).json<InTheMiddle>();
  };
  const draft = () => author.post(`/courses/${courseId}/versions`);
  const another = async () => {
    const person = await t.make.person();
    await t.db.sql('insert into assignment (id, person_id, course_id, created_at) values ($1, $2, $3, now())', [
      uuid(),
      person,
      courseId,
    ]);
    return { person, client: await t.as(person) };
  };

  it('says how many are in the middle of an earlier one, and what they have done and begun there', async () => {
    await draft();
    expect(await middle()).toEqual({ people: 0, done: 0, begun: 0 });
    await finish(first, 'A');
    await begin(first, 'B');
    const other = await another();
    await other.client.post(`/my/activities/${named(first, 'A')}/open`);
    expect(await middle()).toEqual({ people: 2, done: 1, begun: 2 });
    await finish(first, 'B');
    expect(await middle()).toEqual({ people: 1, done: 0, begun: 1 });
    const organisationId = await t.make.organisation();
    await t.make.engagement({ personId: other.person, organisationId, endsOn: addDays(today, -1) });
    expect(await middle()).toEqual({ people: 0, done: 0, begun: 0 });
  });

  it('counts nobody twice who began anew, and nobody who is on the version itself', async () => {
    await finish(first, 'A');
    const second = await publish({ change: 'major', begun: 'restart' });
    await draft();
    expect(await middle()).toEqual({ people: 1, done: 1, begun: 0 });
    await learner.post(`/my/courses/${courseId}/new-version`, { courseVersionId: second.id });
    expect(await middle()).toEqual({ people: 0, done: 0, begun: 0 });
    await begin(second, 'A');
    expect(await middle()).toEqual({ people: 1, done: 0, begun: 1 });
    const seen = await author.get(`/course-versions/${second.id}/in-the-middle`);
    expect(seen.json()).toEqual({ people: 0, done: 0, begun: 0 });
  });

  it('is for those who see courses', async () => {
    expect((await learner.get(`/course-versions/${first.id}/in-the-middle`)).status).toBe(403);
    expect((await author.get(`/course-versions/${uuid()}/in-the-middle`)).status).toBe(404);
  });
});

describe('the version that a person is on', () => {
  it('can be finished after the course was retired', async () => {
    await finish(first, 'A');
    await author.post(`/course-versions/${first.id}/retire`);
    expect(states(await outline())).toEqual([1, ['A done', 'B here']]);
    expect(await finish(first, 'B')).toMatchObject({ courseDone: true });
  });

  it('is where a trainer’s record lands, whichever version they look at', async () => {
    const { id } = (await author.post(`/courses/${courseId}/versions`)).json<Created>();
    await author.post(`/course-versions/${id}/activities`, { kind: 'in-person', title: 'Talk' });
    await author.post(`/course-versions/${id}/publish`);
    const second = await newest();
    await finish(second, 'A');
    await finish(second, 'B');
    const third = await publish({ change: 'major' });
    const recorded = await trainer.post(`/activities/${named(third, 'Talk')}/in-person`, {
      personIds: [learnerId],
      completedOn: today,
    });
    expect(recorded.json()).toEqual({ recorded: 1, already: 0 });
    expect(await record()).toMatchObject([{ versionNumber: 2 }]);
  });
});
