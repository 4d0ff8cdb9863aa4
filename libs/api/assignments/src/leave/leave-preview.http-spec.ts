import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Created, LeavePreview, Path, PersonAssignments, Problem } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const today = londonDate(new Date());
const inDays = (n: number): string => addDays(today, n);

let t: TestApp;
let team: Client;
let own: Client;
let stranger: Client;
let personId: string;
let engagementId: string;

const member = async (grant: object): Promise<Client> => {
  const id = await t.make.person();
  await t.make.grant({ personId: id, role: 'people-team', ...grant });
  return t.as(id);
};
const published = async (title: string): Promise<string> => {
  const courseId = await t.make.course({ title });
  await t.make.publish(await t.make.courseVersion({ courseId }));
  return courseId;
};

/** A path for whoever starts: a course on the first day, and something for the line manager three days later. */
async function givePath(second: Client): Promise<void> {
  const { id } = (await team.post('/paths', { code: 'SITE', title: 'Site' })).json<Created>();
  const version = (await team.get(`/paths/${id}`)).json<Path>().versions[0]!.id;
  const task = { kind: 'task', title: 'Meet {name}', learnerTitle: '', doer: 'line-manager', dayOffset: 3 };
  const steps = [
    { key: uuid(), courseId: await published('On the path') },
    { key: uuid(), ...task },
  ];
  const body = {
    audience: { organisationKinds: [], employmentGroups: ['site'] },
    sequential: false,
    stages: [{ title: 'First day', dayOffset: 0, choices: [], steps }],
  };
  expect((await team.put(`/path-versions/${version}`, body, { 'if-match': '"1"' })).status).toBe(200);
  await team.post(`/path-versions/${version}/submit`);
  expect((await second.post(`/path-versions/${version}/publish`)).status).toBe(200);
  await t.drain();
}

beforeAll(async () => {
  t = await testApp();
  team = await member({});
  const [organisationId, elsewhere] = [await t.make.organisation(), await t.make.organisation()];
  stranger = await member({ role: 'coordinator', organisationId: elsewhere });
  await givePath(await member({}));
  personId = await t.make.person({ givenName: 'Aisha' });
  const engagement = {
    ...{ organisationId, employeeNumber: 'A-1', jobRole: 'Operative', employmentGroup: 'site' },
    ...{ startsOn: today, lineManagerId: null },
  };
  engagementId = (await team.post(`/people/${personId}/engagements`, engagement)).json<Created>().id;
  await t.drain();
  for (const [title, days] of [
    ['Asked for', 30],
    ['Asked for soon', 2],
  ] as const) {
    const request = { courseId: await published(title), why: 'Nights', dueOn: inDays(days) };
    const asked = { ...request, chosen: { personIds: [personId] }, expected: 1 };
    expect((await team.post('/assignment-requests', asked)).status).toBe(201);
  }
  own = await t.as(personId);
}, 60_000);
afterAll(() => t.stop());

/** Everything that is due, by its id. */
async function due(): Promise<Record<string, string | null>> {
  const page = (await team.get(`/people/${personId}/assignments`)).json<PersonAssignments>();
  const tasks = await t.db.sql<{ id: string; day: string }>(
    'select id, due_on::text as day from path_task where person_id = $1',
    [personId],
  );
  return Object.fromEntries([
    ...page.assignments.map(({ id, dueOn }) => [id, dueOn]),
    ...tasks.map(({ id, day }) => [id, day]),
  ]);
}
const written = async () =>
  t.db.sql(
    `select (select count(*) from row_history) as history, (select count(*) from leave_of_absence) as leaves,
       (select count(*) from audit_event) as audit, (select count(*) from outbox_event) as events`,
  );
const preview = async (url: string, leave: object): Promise<LeavePreview> => {
  const answer = await team.post(url, leave);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.json<LeavePreview>();
};

/** What the preview tells is what is so when the same has been saved. */
async function expectSo(shown: LeavePreview, save: () => Promise<unknown>): Promise<void> {
  const before = await due();
  await save();
  const after = await due();
  const moved = Object.keys(after).filter((id) => after[id] !== before[id]);
  expect(Object.fromEntries(shown.moves.map(({ id, beforeOn, dueOn }) => [id, [beforeOn, dueOn]]))).toEqual(
    Object.fromEntries(moved.map((id) => [id, [before[id], after[id]]])),
  );
  expect(shown.stays).toBe(Object.keys(after).length - moved.length);
}

describe('what leave moves, before it is saved', () => {
  it('is what it moves then: courses and tasks, new leave and other days of it', async () => {
    const url = `/engagements/${engagementId}/leaves`;
    const later = { fromOn: inDays(20), toOn: inDays(40), note: '' };
    const before = await written();
    const shown = await preview(`${url}/preview`, later);
    expect(await written()).toEqual(before);
    expect(shown.moves.map(({ title }) => title)).toEqual(['Asked for']);
    expect(shown.stays).toBe(3);
    await expectSo(shown, () => team.post(url, later));

    const [leave] = (await team.get(`/people/${personId}/assignments`)).json<PersonAssignments>().leaves;
    const sooner = { ...later, fromOn: inDays(1), toOn: inDays(12) };
    const changed = await preview(`/leaves/${leave!.id}/preview`, sooner);
    expect(changed.moves.map(({ kind, title }) => `${kind} ${title}`).sort()).toEqual([
      'course Asked for',
      'course Asked for soon',
      'course On the path',
      'task Meet Aisha',
    ]);
    expect(changed.moves.map(({ dueOn }) => dueOn)).toEqual(changed.moves.map(({ dueOn }) => dueOn).sort());
    await expectSo(changed, () => team.put(`/leaves/${leave!.id}`, sooner, { 'if-match': '"1"' }));
  });

  it('is refused as saving is, and tells nothing to whoever may not save it', async () => {
    const url = `/engagements/${engagementId}/leaves/preview`;
    const leave = { fromOn: inDays(5), toOn: inDays(6), note: '' };
    const taken = await team.post(url, leave);
    expect([taken.status, taken.json<Problem>().code]).toEqual([409, 'away-already']);
    expect((await team.post(url, { ...leave, fromOn: inDays(-9) })).status).toBe(422);
    expect((await stranger.post(url, leave)).status).toBe(404);
    expect((await own.post(url, leave)).status).toBe(403);
    expect((await team.post(`/leaves/${engagementId}/preview`, leave)).status).toBe(404);
  });
});
