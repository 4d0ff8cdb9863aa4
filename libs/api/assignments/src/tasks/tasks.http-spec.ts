import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AffectedPeople,
  Created,
  Path,
  PersonRecord,
  Problem,
  RouteStop,
  Task,
  TaskPage,
  Today,
} from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { FollowEnds } from '../engagements/follow-ends.js';

const today = londonDate(new Date());
const key = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

let t: TestApp;
let [adviser, approver]: Client[] = [];
let organisationId: string;
let courses: string[];
let versions: string[];
let pathId: string;

const task = (n: number, doer: string, more: object = {}) => ({
  key: key(n),
  kind: 'task',
  title: `${doer} for {name}`,
  learnerTitle: '{who} does it',
  doer,
  ...more,
});
const course = (n: number, more: object = {}) => ({ key: key(100 + n), courseId: courses[n], ...more });
const stage = (steps: object[], choices: object[] = []) => [{ title: 'First day', dayOffset: 0, choices, steps }];

async function publish(versionId: string, stages: object[], more: object = {}, seen = 1): Promise<void> {
  const body = {
    audience: { organisationKinds: ['supplier'], employmentGroups: ['site'] },
    sequential: false,
    stages,
    ...more,
  };
  const saved = await adviser!.put(`/path-versions/${versionId}`, body, { 'if-match': `"${seen}"` });
  expect([saved.status, saved.body]).toEqual([200, expect.anything()]);
  await adviser!.post(`/path-versions/${versionId}/submit`);
  expect((await approver!.post(`/path-versions/${versionId}/publish`)).status).toBe(200);
  await t.drain();
}

/** Somebody who starts today and is given the path by having their engagement saved. */
async function newcomer(lineManagerId?: string) {
  const personId = await t.make.person({ givenName: 'Aisha' });
  const engagement = {
    organisationId,
    employeeNumber: personId.slice(-12),
    jobRole: 'Operative',
    employmentGroup: 'site',
    startsOn: today,
    lineManagerId: lineManagerId ?? null,
  };
  const added = await adviser!.post(`/people/${personId}/engagements`, engagement);
  expect([added.status, added.body]).toEqual([201, expect.anything()]);
  await t.drain();
  const [row] = await t.db.sql<{ id: string }>('select id from path_enrolment where person_id = $1', [personId]);
  return {
    personId,
    engagement,
    engagementId: added.json<Created>().id,
    enrolmentId: row!.id,
    client: await as(personId),
  };
}

async function engaged(): Promise<string> {
  const personId = await t.make.person();
  await t.make.engagement({ personId, organisationId });
  return personId;
}
const clients = new Map<string, Promise<Client>>();
/** Somebody signs in once. */
function as(personId: string): Promise<Client> {
  const known = clients.get(personId) ?? t.as(personId);
  clients.set(personId, known);
  return known;
}
const open = async (client: Client) => (await client.get('/my/tasks')).json<TaskPage>();
const stops = async (client: Client): Promise<RouteStop[]> =>
  (await client.get('/my/today')).json<Today>().routes.flatMap((route) => route.stops);
const stopOf = async (client: Client, n: number) => (await stops(client)).find((stop) => stop.key === key(n));

beforeAll(async () => {
  t = await testApp();
  const team = [await t.make.person(), await t.make.person()];
  for (const personId of team) await t.make.grant({ personId, role: 'people-team' });
  [adviser, approver] = await Promise.all(team.map((personId) => as(personId)));
  organisationId = await t.make.organisation();
  courses = await Promise.all(['A', 'B', 'C'].map((title) => t.make.course({ title })));
  versions = await Promise.all(courses.map((courseId) => t.make.courseVersion({ courseId })));
  for (const version of versions) await t.make.publish(version);
  pathId = (await adviser!.post('/paths', { code: 'SITE', title: 'Site' })).json<Created>().id;
  const draft = (await adviser!.get(`/paths/${pathId}`)).json<Path>().versions[0]!;
  await publish(
    draft.id,
    stage(
      [
        course(0),
        task(1, 'buddy', { after: [key(100)] }),
        task(2, 'line-manager', { dayOffset: 3 }),
        task(3, 'people-team'),
        task(4, 'learner', { optional: true }),
        course(1, { choice: key(50) }),
        course(2, { choice: key(50) }),
      ],
      [{ key: key(50), need: 1 }],
    ),
  );
});
afterAll(() => t.stop());

describe('tasks of a path', () => {
  it('are given to whom they belong when the path is given, and wait for a buddy', async () => {
    const manager = await engaged();
    const { client, personId } = await newcomer(manager);
    expect((await open(await as(manager))).items).toMatchObject([
      { title: 'line-manager for Aisha', personId, doer: 'line-manager', doneOn: null },
    ]);
    expect((await open(client)).items.map((each) => each.title)).toEqual(['learner for Aisha']);
    const team = (await open(adviser!)).items.filter((each) => each.personId === personId);
    expect(team.map((each) => each.doer).sort()).toEqual(['buddy', 'people-team']);
    expect(team.find((each) => each.doer === 'buddy')).toMatchObject({ assigneeName: null, opensAfter: 'A' });
    const [first, second] = [await stopOf(client, 1), await stopOf(client, 2)];
    expect(first).toMatchObject({ title: 'Your buddy does it', state: 'blocked', opensAfter: 'A', courseId: null });
    expect(second).toMatchObject({ dayOffset: 3, state: 'next', task: { doer: 'line-manager' } });
    expect(second?.title).toMatch(/does it$/);
    expect(second?.title).not.toContain('{who}');
  });

  it('go to the new line manager, but for those that are done', async () => {
    const [before, after] = [await engaged(), await engaged()];
    const one = await newcomer(before);
    const other = await newcomer(before);
    const mine = (await open(await as(before))).items;
    const done = mine.find((each) => each.personId === other.personId)!;
    await (await as(before)).post(`/tasks/${done.id}/done`, { note: 'Talked' });
    for (const { engagementId, engagement } of [one, other]) {
      const body = { ...engagement, lineManagerId: after };
      const put = await adviser!.put(`/engagements/${engagementId}`, body, { 'if-match': '"1"' });
      expect([put.status, put.body]).toEqual([200, expect.anything()]);
    }
    await t.drain();
    expect((await open(await as(before))).items).toEqual([]);
    expect((await open(await as(after))).items.map((each) => each.personId)).toEqual([one.personId]);
    const history = (await (await as(before)).get('/my/tasks?state=done')).json<TaskPage>();
    expect(history).toMatchObject({ total: 1, items: [{ id: done.id, note: 'Talked', doneOn: today }] });
  });

  it('are done and taken back by facts that stay, said twice or once', async () => {
    const manager = await engaged();
    const { client } = await newcomer(manager);
    const boss = await as(manager);
    const [mine] = (await open(boss)).items;
    const say = (who: Client, step: 'done' | 'undo') => who.post(`/tasks/${mine!.id}/${step}`, { note: step });
    expect((await say(boss, 'done')).json<Task>()).toMatchObject({ doneOn: today, note: 'done' });
    await say(boss, 'done');
    expect(await stopOf(client, 2)).toMatchObject({ state: 'done', doneOn: today });
    expect((await say(boss, 'undo')).json<Task>()).toMatchObject({ doneOn: null });
    expect(await stopOf(client, 2)).toMatchObject({ state: 'next', doneOn: null });
    await say(adviser!, 'done');
    expect((await say(boss, 'undo')).status).toBe(403);
    const facts = await t.db.sql('select kind from path_task_fact where path_task_id = $1 order by seq', [mine!.id]);
    expect(facts).toEqual([{ kind: 'done' }, { kind: 'undone' }, { kind: 'done' }]);
  });

  it('are nobody else’s: not the learner’s for others, not a stranger’s, coordinator’s or auditor’s', async () => {
    const manager = await engaged();
    const { client, personId, enrolmentId } = await newcomer(manager);
    const [mine] = (await open(await as(manager))).items;
    const say = async (who: Client) => (await who.post(`/tasks/${mine!.id}/done`, {})).status;
    expect(await say(client)).toBe(403);
    expect(await say(await as(await engaged()))).toBe(404);
    const others: number[] = [];
    for (const role of ['coordinator', 'auditor']) {
      const who = await t.make.person();
      await t.make.grant({ personId: who, role, ...(role === 'coordinator' ? { organisationId } : {}) });
      others.push(await say(await as(who)));
      const buddy = await (await as(who)).put(`/path-enrolments/${enrolmentId}/buddy`, { personId: manager });
      expect(buddy.status).toBe(403);
    }
    expect(others).toEqual([404, 404]);
    await t.make.grant({ personId, role: 'people-team' });
    expect(await say(await as(personId))).toBe(403);
    expect((await t.anonymous.get('/my/tasks')).status).toBe(401);
  });

  it('go to the People Team when the line manager has left, also when they work elsewhere', async () => {
    const manager = await engaged();
    const { personId } = await newcomer(manager);
    await t.db.sql(`update engagement set starts_on = '2025-01-06', ends_on = $2 where person_id = $1`, [
      manager,
      addDays(today, -1),
    ]);
    await t.make.engagement({ personId: manager, organisationId: await t.make.organisation() });
    expect((await open(await as(manager))).items).toMatchObject([{ personId }]);
    await t.app.get(FollowEnds).run();
    expect((await open(await as(manager))).items).toEqual([]);
    const team = (await open(adviser!)).items.filter((each) => each.personId === personId);
    expect(team.find((each) => each.doer === 'line-manager')).toMatchObject({ assigneeName: null });
    // Nor does whoever joins under their name wait for them.
    const { personId: next } = await newcomer(manager);
    expect((await open(await as(manager))).items).toEqual([]);
    expect((await open(adviser!)).items.some((each) => each.personId === next && each.doer === 'line-manager')).toBe(
      true,
    );
  });

  it('go to the buddy whom a line manager chooses among those they see', async () => {
    const [top, manager, stranger] = [await engaged(), await t.make.person(), await engaged()];
    await t.make.engagement({ personId: manager, organisationId, lineManagerId: top });
    const buddy = await t.make.person({ givenName: 'Gareth', familyName: 'Pugh' });
    await t.make.engagement({ personId: buddy, organisationId, lineManagerId: manager });
    const { client, personId, enrolmentId } = await newcomer(manager);
    const choose = async (who: string, whom: string | null) =>
      (await as(who)).put(`/path-enrolments/${enrolmentId}/buddy`, { personId: whom });
    expect((await choose(stranger, buddy)).status).toBe(403);
    expect((await choose(manager, personId)).json<Problem>().fields?.[0]?.message).toContain('own buddy');
    expect((await choose(manager, stranger)).status).toBe(422);
    expect((await choose(top, buddy)).status).toBe(204);
    expect((await open(await as(buddy))).items.map((each) => each.title)).toEqual(['buddy for Aisha']);
    expect(await stopOf(client, 1)).toMatchObject({ title: 'Gareth Pugh does it', task: { doerName: 'Gareth Pugh' } });
    const record = (await (await as(manager)).get(`/people/${personId}/record`)).json<PersonRecord>();
    expect(record.routes[0]?.buddy).toEqual({ personId: buddy, name: 'Gareth Pugh', mayChoose: true });
    expect((await choose(manager, null)).status).toBe(204);
    expect((await open(await as(buddy))).items).toEqual([]);
  });
});

describe('a choice', () => {
  it('asks for none of the others once it is made', async () => {
    const { client, personId } = await newcomer();
    const owed = async () =>
      (
        await t.db.sql<{ title: string; state: string; closed_why: string | null }>(
          'select c.title, a.state, a.closed_why from assignment a join course c on c.id = a.course_id where a.person_id = $1 order by 1',
          [personId],
        )
      ).map((row) => `${row.title} ${row.state} ${row.closed_why ?? '-'}`);
    expect(await owed()).toEqual(['A open -', 'B open -', 'C open -']);
    await t.db.sql(`select append_completion($1, $2, $3, $4, null, 'manual', gen_random_uuid(), '{}', $5)`, [
      personId,
      courses[1],
      versions[1],
      today,
      new Date(),
    ]);
    expect(await owed()).toEqual(['A open -', 'B closed completed', 'C closed no-reason-left']);
    expect(await stopOf(client, 102)).toMatchObject({ choice: { need: 1, of: 2, made: true } });
  });
});

describe('a new version', () => {
  it('moves those who are not finished where its author says so, and nobody else; the preview says whom', async () => {
    const { client, personId } = await newcomer();
    const finished = await newcomer();
    await t.db.sql(
      `insert into path_task_fact (id, path_task_id, seq, kind, by_id, at, on_date)
       select gen_random_uuid(), id, 1, 'done', $2, $3, $4 from path_task where path_enrolment_id = $1`,
      [finished.enrolmentId, finished.personId, new Date(), today],
    );
    for (const n of [0, 1]) {
      await t.db.sql(`select append_completion($1, $2, $3, $4, null, 'manual', gen_random_uuid(), '{}', $5)`, [
        finished.personId,
        courses[n],
        versions[n],
        today,
        new Date(),
      ]);
    }
    await t.db.sql(
      `insert into path_task_fact (id, path_task_id, seq, kind, by_id, at, on_date)
       select gen_random_uuid(), t.id, 1, 'done', $2, $3, $4 from path_task t join path_enrolment n on n.id = t.path_enrolment_id
       where n.person_id = $1 and t.step_key = $5`,
      [personId, personId, new Date(), today, key(3)],
    );
    const { id } = (await adviser!.post(`/paths/${pathId}/versions`)).json<Created>();
    const affected = (await adviser!.get(`/path-versions/${id}/affected?limit=100`)).json<AffectedPeople>();
    const ids = affected.items.map((each) => each.personId);
    expect([affected.people, ids.includes(personId), ids.includes(finished.personId)]).toEqual([
      ids.length,
      true,
      false,
    ]);
    await publish(id, stage([course(1), task(3, 'people-team'), task(9, 'line-manager')]), {
      change: 'major',
      running: 'move',
    });
    const moved = await t.db.sql<{ person_id: string }>(
      'select person_id from path_enrolment where path_version_id = $1',
      [id],
    );
    expect(moved.map((row) => row.person_id).sort()).toEqual([...ids].sort());

    const route = await stops(client);
    expect(route.map((stop) => [stop.key, stop.state])).toEqual([
      [key(101), 'here'],
      [key(3), 'done'],
      [key(9), 'next'],
    ]);
    expect(route[2]?.dueOn).toBe(addDays(today, 7));
    const reasons = await t.db.sql<{ title: string; ended_why: string | null; state: string }>(
      `select c.title, r.ended_why, a.state from assignment a join course c on c.id = a.course_id
       join assignment_reason r on r.assignment_id = a.id where a.person_id = $1 order by 1`,
      [personId],
    );
    expect(reasons).toEqual([
      { title: 'A', ended_why: 'path-changed', state: 'closed' },
      { title: 'B', ended_why: null, state: 'open' },
      { title: 'C', ended_why: 'path-changed', state: 'closed' },
    ]);
    const again = await newcomer();
    expect((await stops(again.client)).map((stop) => stop.key)).toEqual([key(101), key(3), key(9)]);
  });
});
