import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Created, Path, PersonRecord, TaskPage, Today, Why } from '@lms/contracts';
import { Client as Pg } from 'pg';
import { v7 as uuid } from 'uuid';
import { PASSWORD, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { FollowEnds } from '../engagements/follow-ends.js';
import { CatchUp } from '../rules/follow/catch-up.js';
import { explainAll } from '../rules/check/explain-all.js';
import { Reconcile } from '../rules/check/reconcile.js';
import { RunRules } from '../rules/runs/run-rules.js';

/** Joining, changing role, leaving and coming back, over simulated days. */
describe('paths in life', () => {
  let t: TestApp;
  const people = { team: '', second: '', manager: '' };
  let organisationId: string;
  const courses: Record<'induction' | 'supervising' | 'plant', string> = { induction: '', supervising: '', plant: '' };

  const noon = (day: string) => ({ at: new Date(`${day}T12:00:00Z`), today: day });
  /** Tokens end by the clock that moved, so everybody signs in again. */
  const as = async (name: string) => {
    const { accessToken } = (await t.anonymous.post('/auth/token', { name, password: PASSWORD })).json<{
      accessToken?: string;
    }>();
    const headers = { authorization: `Bearer ${accessToken}` };
    return {
      in: accessToken !== undefined,
      get: async <T>(url: string) => (await t.anonymous.get(url, headers)).json<T>(),
      status: async (url: string) => (await t.anonymous.get(url, headers)).status,
      post: async (url: string, body?: unknown) => {
        const answer = await t.anonymous.post(url, body, headers);
        expect([answer.status, answer.status < 300 ? null : answer.body]).toEqual([answer.status, null]);
        return answer;
      },
      put: (url: string, body: unknown, version = 1) =>
        t.anonymous.put(url, body, { ...headers, 'if-match': `"${version}"` }),
    };
  };
  const publish = async (code: string, kind: string, stages: object[], groups: string[] = []) => {
    const [team, second] = [await as('team'), await as('second')];
    const { id } = (await team.post('/paths', { code, title: code, kind })).json<Created>();
    const draft = (await team.get<Path>(`/paths/${id}`)).versions[0]!.id;
    const audience = { organisationKinds: [], employmentGroups: groups };
    const saved = await team.put(`/path-versions/${draft}`, { audience, sequential: false, stages });
    expect([saved.status, saved.body]).toEqual([200, expect.anything()]);
    await team.post(`/path-versions/${draft}/submit`);
    await second.post(`/path-versions/${draft}/publish`);
    await t.drain();
    return id;
  };
  const step = (courseId: string) => ({ key: uuid(), courseId });
  const task = (doer: string, title: string) => ({ key: uuid(), kind: 'task', title, learnerTitle: '', doer });
  const stage = (dayOffset: number, ...steps: object[]) => ({
    title: `Day ${dayOffset}`,
    dayOffset,
    choices: [],
    steps,
  });
  const rule = async (name: string, pathId: string, predicate: object) => {
    const team = await as('team');
    const { id } = (await team.post('/rules', { name })).json<Created>();
    const { versions } = await team.get<{ versions: { id: string }[] }>(`/rules/${id}`);
    const version = versions[0]!.id;
    const effectiveOn = (await team.get<Today>('/my/today')).today;
    const due = { kind: 'after-start', days: 0, realisticDays: 0 };
    const body = { predicate, courseId: null, pathId, due, recurrence: { kind: 'course' }, effectiveOn, endsOn: null };
    const saved = await team.put(`/rule-versions/${version}`, body);
    expect([saved.status, saved.body]).toEqual([200, expect.anything()]);
    const { id: previewId } = (await team.post(`/rule-versions/${version}/preview`)).json<Created>();
    await team.post(`/rule-versions/${version}/apply`, { previewId });
    for (const { id: run } of await t.db.sql<{ id: string }>('select id from rule_run where done_at is null')) {
      await t.app.get(RunRules).run(run);
    }
  };
  const engagementOf = (more: object = {}) => ({
    organisationId,
    employeeNumber: uuid().slice(-12),
    jobRole: 'Operative',
    employmentGroup: 'site',
    startsOn: '2027-03-01',
    lineManagerId: people.manager,
    ...more,
  });
  const engage = async (personId: string, body: object) => {
    const added = await (await as('team')).post(`/people/${personId}/engagements`, body);
    await t.drain();
    return added.json<Created>().id;
  };
  const change = async (engagementId: string, body: object, version: number) => {
    const saved = await (await as('team')).put(`/engagements/${engagementId}`, body, version);
    expect([saved.status, saved.body]).toEqual([200, expect.anything()]);
    await t.drain();
  };
  const somebody = async (name: string) => {
    const personId = await t.make.person({ givenName: name });
    await t.account(personId, name.toLowerCase());
    return personId;
  };
  const on = (personId: string) =>
    t.db.sql(
      `select p.code, n.state, n.closed_why as why, n.anchor_on::text as anchor, n.opens_on::text as opens,
         n.rule_version_id is not null as rule
       from path_enrolment n join learning_path p on p.id = n.path_id where n.person_id = $1 order by n.created_at, p.code`,
      [personId],
    );
  const tasks = async (name: string) =>
    (await (await as(name)).get<TaskPage>('/my/tasks')).items.map(({ title, dueOn }) => `${title} by ${dueOn}`);

  beforeAll(async () => {
    t = await testApp({ WAYMARK_TEST_CLOCK: '1' });
    await t.goTo('2027-02-01');
    organisationId = await t.make.organisation();
    for (const name of Object.keys(people) as (keyof typeof people)[]) {
      people[name] = await somebody(name);
      await t.make.engagement({ personId: people[name], organisationId });
      if (name !== 'manager') await t.make.grant({ personId: people[name], role: 'people-team' });
    }
    for (const key of Object.keys(courses) as (keyof typeof courses)[]) {
      courses[key] = await t.make.course({ title: key });
      const version = await t.make.courseVersion({ courseId: courses[key], validityMonths: 24 });
      await t.db.sql(
        `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', 'Talk')`,
        [uuid(), version],
      );
      await t.make.publish(version);
    }
    await publish('SITE', 'onboarding', [stage(0, step(courses.induction))], ['site', 'supervisor', 'driver']);
    await publish('LEAVE', 'offboarding', [
      stage(-14, task('line-manager', 'Agree the handover with {name}')),
      stage(-7, task('learner', 'Fill in the exit survey'), task('people-team', 'Ask {name} about their record')),
      stage(0, { key: uuid(), kind: 'milestone', title: 'Access ends' }),
      stage(30, { key: uuid(), kind: 'milestone', title: 'The download link ends' }),
    ]);
  });
  afterAll(() => t.stop());

  it('gives onboarding by the rule’s audience alone, from D-7, and moves with the first day', async () => {
    const early = await somebody('Early');
    const there = await engage(early, engagementOf());
    expect(await on(early)).toEqual([
      { code: 'SITE', state: 'open', why: null, anchor: '2027-03-01', opens: '2027-02-22', rule: false },
    ]);
    const [site] = await t.db.sql<{ id: string }>(`select id from learning_path where code = 'SITE'`);
    // Somebody who has been here for years matches, and is no starter.
    await t.make.engagement({
      personId: await somebody('Old'),
      organisationId,
      employmentGroup: 'site',
      startsOn: '2020-01-06',
    });
    await rule('Site starters', site!.id, { is: 'group', in: ['site', 'driver'] });
    // Who is on it goes on with it, now by the rule.
    expect(await on(early)).toMatchObject([{ code: 'SITE', state: 'open', rule: true }]);
    const [{ n: all }] = (await t.db.sql('select count(*)::int as n from path_enrolment')) as [{ n: number }];
    expect(all).toBe(1);
    const driver = await somebody('Driver');
    await engage(driver, engagementOf({ employmentGroup: 'driver' }));
    const supervisor = await somebody('Supervisor');
    await engage(supervisor, engagementOf({ employmentGroup: 'supervisor' }));
    expect([await on(driver), await on(supervisor)]).toMatchObject([[{ code: 'SITE', rule: true }], []]);
    await change(there, { ...engagementOf({ startsOn: '2027-03-08' }) }, 1);
    expect(await on(early)).toMatchObject([{ anchor: '2027-03-08', opens: '2027-03-01' }]);
    const due = await t.db.sql(
      `select a.due_on::text as due from assignment a where person_id = $1 and state = 'open'`,
      [early],
    );
    expect(due).toEqual([{ due: '2027-03-08' }]);
  });

  it('follows a change of role: what matches is given, what does not ends with why, and comes back', async () => {
    const role = await publish('SUPER', 'role', [stage(14, step(courses.supervising))]);
    await rule('Supervisors', role, { is: 'group', in: ['supervisor'] });
    const person = await somebody('Rosa');
    const id = await engage(person, engagementOf({ startsOn: '2026-06-01' }));
    expect(await on(person)).toEqual([]);
    const number = { employeeNumber: `R${person.slice(-6)}`, startsOn: '2026-06-01' };
    await change(id, engagementOf({ ...number, employmentGroup: 'supervisor' }), 1);
    expect(await on(person)).toMatchObject([{ code: 'SUPER', state: 'open', rule: true }]);
    await change(id, engagementOf({ ...number, employmentGroup: 'site' }), 2);
    expect(await on(person)).toMatchObject([{ code: 'SUPER', state: 'closed', why: 'rule-no-longer-asks' }]);
    await change(id, engagementOf({ ...number, employmentGroup: 'supervisor' }), 3);
    expect(await on(person)).toMatchObject([{ code: 'SUPER', state: 'open', why: null }]);
    const open = await t.db.sql(
      `select r.ended_at from assignment a join assignment_reason r on r.assignment_id = a.id
      where a.person_id = $1 and a.state = 'open' and r.ended_at is null`,
      [person],
    );
    expect(open).toHaveLength(1);
  });

  it('leads out: given with the last day, moved with it, withdrawn with it, over a month after it', async () => {
    const person = await somebody('Lena');
    const number = { employeeNumber: 'LENA-1', startsOn: '2026-06-01' };
    const id = await engage(person, engagementOf(number));
    await change(id, engagementOf({ ...number, endsOn: '2027-04-30' }), 1);
    expect(await on(person)).toMatchObject([
      { code: 'LEAVE', state: 'open', anchor: '2027-04-30', opens: '2027-04-09' },
    ]);
    await change(id, engagementOf(number), 2);
    expect(await on(person)).toMatchObject([{ state: 'closed', why: 'end-taken-back' }]);
    await change(id, engagementOf({ ...number, endsOn: '2027-04-30' }), 3);
    await change(id, engagementOf({ ...number, endsOn: '2027-05-14' }), 4);
    expect(await on(person)).toMatchObject([{ state: 'open', why: null, anchor: '2027-05-14', opens: '2027-04-23' }]);
    expect((await (await as('lena')).get<Today>('/my/today')).routes).toEqual([]);

    await t.goTo('2027-05-05');
    expect(await tasks('manager')).toEqual(['Agree the handover with Lena by 2027-04-30']);
    expect(await tasks('lena')).toEqual(['Fill in the exit survey by 2027-05-07']);
    expect(await tasks('team')).toEqual(['Ask Lena about their record by 2027-05-07']);
    const today = await (await as('lena')).get<Today>('/my/today');
    expect(today).toMatchObject({
      leaving: { accessEndsOn: '2027-05-14', linkTo: null },
      routes: [{ kind: 'offboarding', startsOn: '2027-05-14' }],
    });

    // The last day is a day of work; the next is not.
    await t.goTo('2027-05-14');
    expect((await as('lena')).in).toBe(true);
    await t.goTo('2027-05-15');
    expect((await as('lena')).in).toBe(false);
    await t.app.get(FollowEnds).run();
    expect(await on(person)).toMatchObject([{ state: 'open' }]);
    await t.goTo('2027-06-14');
    await t.app.get(FollowEnds).run();
    expect(await on(person)).toMatchObject([{ state: 'closed', why: 'engagement-ended' }]);
    expect(await tasks('manager')).toEqual([]);
  });

  it('waits for somebody on leave: the route, the tasks of others, and how far they are say the same days', async () => {
    await t.goTo('2027-02-25');
    await publish(
      'WELCOME',
      'onboarding',
      [stage(7, step(courses.supervising), task('line-manager', 'Walk {name} round'))],
      ['driver'],
    );
    const wilma = await somebody('Wilma');
    const engagementId = await engage(wilma, engagementOf({ employmentGroup: 'driver' }));
    const shown = async () => {
      const { routes, due, next } = await (await as('wilma')).get<Today>('/my/today');
      const stops = routes
        .find(({ title }) => title === 'WELCOME')
        ?.stops.map(({ title, dueOn }) => `${title} by ${dueOn}`);
      const owed = [...due, ...(next ? [next] : [])].find(({ title }) => title === 'supervising')?.dueOn;
      const walk = (await tasks('manager')).filter((one) => one.includes('Wilma'));
      const [far] = await t.db.sql<{ overdue: number; day: string }>(
        `select k.overdue, k.next_due_on::text as day from path_enrolment n join learning_path p on p.id = n.path_id and p.code = 'WELCOME',
           path_counts(array[n.id], '2027-03-20') k where n.person_id = $1`,
        [wilma],
      );
      return { stops, owed, walk, far };
    };
    await t.goTo('2027-03-02');
    const late = { overdue: 2, day: '2027-03-08' };
    expect(await shown()).toEqual({
      stops: ['supervising by 2027-03-08', 'Mia walks Wilma round by 2027-03-08'].map((one) =>
        expect.stringMatching(one.slice(-10)),
      ),
      owed: '2027-03-08',
      walk: ['Walk Wilma round by 2027-03-08'],
      far: late,
    });
    const team = await as('team');
    const leave = { fromOn: '2027-03-03', toOn: '2027-03-31', note: '' };
    const added = await team.post(`/engagements/${engagementId}/leaves`, leave);
    const waits = {
      stops: [expect.stringMatching('2027-04-08'), expect.stringMatching('2027-04-08')],
      owed: '2027-04-08',
      walk: ['Walk Wilma round by 2027-04-08'],
      far: { overdue: 0, day: '2027-04-08' },
    };
    expect(await shown()).toEqual(waits);
    // Back sooner: the days that were really leave.
    const id = added.json<Created>().id;
    await team.put(`/leaves/${id}`, { ...leave, toOn: '2027-03-05' });
    expect((await shown()).walk).toEqual(['Walk Wilma round by 2027-03-13']);
    // More time for the course is on the route too.
    const [owed] = await t.db.sql<{ id: string }>(
      `select a.id from assignment a where a.person_id = $1 and a.course_id = $2 and a.state = 'open'`,
      [wilma, courses.supervising],
    );
    await team.post(`/assignments/${owed!.id}/extension`, { dueOn: '2027-03-25', reason: 'The talk is full' });
    const more = await shown();
    expect([more.stops?.[0], more.owed, more.far?.day]).toEqual([
      'supervising by 2027-03-25',
      '2027-03-25',
      '2027-03-25',
    ]);
    const why = async () => (await as('wilma')).get<Why>(`/my/courses/${courses.supervising}/why`);
    expect(await why()).toMatchObject({
      dueOn: '2027-03-25',
      extension: { toOn: '2027-03-25', reason: 'The talk is full' },
      leaves: [{ fromOn: '2027-03-03', toOn: '2027-03-05' }],
      exemption: null,
    });

    // Who is exempt from it is not asked for it on the path, and the rest opens.
    const asked = { courseId: courses.supervising, fromOn: '2027-03-02', toOn: '2027-05-31', reason: 'In the office' };
    const exemption = (await team.post(`/people/${wilma}/exemptions`, asked)).json<Created>();
    await (await as('second')).post(`/exemptions/${exemption.id}/decision`, { approve: true });
    expect(await why()).toMatchObject({ exemption: { toOn: '2027-05-31', reason: 'In the office' } });
    const { routes } = await (await as('wilma')).get<Today>('/my/today');
    const stops = routes.find(({ title }) => title === 'WELCOME')?.stops;
    expect(stops?.map(({ state, exemptUntil }) => [state, exemptUntil])).toEqual([
      ['next', '2027-05-31'],
      ['next', null],
    ]);
    expect((await shown()).far).toMatchObject({ day: '2027-03-13' });
  });

  it('leaves the other employment alone', async () => {
    const person = await somebody('Bo');
    const ends = await engage(person, engagementOf({ startsOn: '2026-06-01', employeeNumber: 'BO-1' }));
    const stays = await engage(person, engagementOf({ startsOn: '2026-07-01', employeeNumber: 'BO-2' }));
    await change(ends, engagementOf({ startsOn: '2026-06-01', employeeNumber: 'BO-1', endsOn: '2027-06-30' }), 1);
    await t.goTo('2027-06-28');
    expect((await (await as('bo')).get<Today>('/my/today')).leaving).toBeNull();
    await t.goTo('2027-07-01');
    expect((await as('bo')).in).toBe(true);
    expect(await t.db.sql('select from path_enrolment where engagement_id = $1', [stays])).toEqual([]);
  });

  it('takes back in who left: what is valid is not owed again, and both stays are to be read', async () => {
    const person = await somebody('Ravi');
    const first = { startsOn: '2027-07-01', employeeNumber: 'RAVI-1' };
    const id = await engage(person, engagementOf(first));
    const [activity] = await t.db.sql<{ id: string }>(
      'select a.id from activity a join course_version v on v.id = a.course_version_id where v.course_id = $1',
      [courses.induction],
    );
    await (
      await as('team')
    ).post(`/activities/${activity!.id}/in-person`, { personIds: [person], completedOn: '2027-07-01' });
    await change(id, engagementOf({ ...first, endsOn: '2027-08-31' }), 1);
    await t.goTo('2027-11-01');
    await t.app.get(CatchUp).everybody(noon('2027-11-01'));
    await t.app.get(FollowEnds).run();
    expect(await on(person)).toMatchObject([
      { code: 'SITE', state: 'closed', why: 'engagement-ended' },
      { code: 'LEAVE', state: 'closed', why: 'engagement-ended' },
    ]);
    expect((await as('ravi')).in).toBe(false);
    await engage(person, engagementOf({ startsOn: '2027-11-08', employeeNumber: 'RAVI-2' }));
    expect((await on(person)).at(-1)).toMatchObject({ code: 'SITE', state: 'open', anchor: '2027-11-08' });
    const record = await (await as('ravi')).get<PersonRecord>('/my/record');
    expect(record.courses).toMatchObject([{ standing: 'valid', dueOn: null }]);
    const stays = await (await as('team')).get<{ engagements: { startsOn: string }[] }>(`/people/${person}`);
    expect(stays.engagements.map(({ startsOn }) => startsOn)).toEqual(['2027-11-08', '2027-07-01']);
  });

  it('gives offboarding by a rule too, also to who left a few days ago, and all of it can be explained', async () => {
    const [leave] = await t.db.sql<{ id: string }>(`select id from learning_path where code = 'LEAVE'`);
    await rule('Everyone who leaves', leave!.id, { is: 'all', of: [] });
    await t.goTo('2027-11-05');
    const late = await somebody('Late');
    await engage(late, engagementOf({ startsOn: '2027-01-04', endsOn: '2027-11-02' }));
    const soon = await somebody('Soon');
    const body = engagementOf({ startsOn: '2027-01-04', endsOn: '2027-11-30' });
    const id = await engage(soon, body);
    expect([await on(late), await on(soon)]).toMatchObject([
      [{ code: 'LEAVE', state: 'open', anchor: '2027-11-02', rule: true }],
      [{ code: 'LEAVE', state: 'open', anchor: '2027-11-30', rule: true }],
    ]);
    await change(id, { ...body, endsOn: null }, 1);
    expect(await on(soon)).toMatchObject([{ state: 'closed', why: 'end-taken-back' }]);
    await change(id, { ...body, endsOn: '2027-12-10' }, 2);
    expect(await on(soon)).toMatchObject([{ state: 'open', anchor: '2027-12-10', rule: true }]);
    await t.app.get(Reconcile).run();
    expect(await t.app.get(Reconcile).run()).toMatchObject({ given: 0, ended: 0, different: 0 });
    const client = new Pg({ connectionString: t.db.ownerUrl });
    await client.connect();
    const explained = await explainAll(client);
    await client.end();
    expect(explained).toMatchObject({ faults: 0, named: [] });
    // The path of the rule is over by the calendar alone, a month after the last day.
    await t.goTo('2027-12-03');
    await t.app.get(CatchUp).everybody(noon('2027-12-03'));
    expect(await on(late)).toMatchObject([{ state: 'closed', why: 'engagement-ended' }]);
  });
});
