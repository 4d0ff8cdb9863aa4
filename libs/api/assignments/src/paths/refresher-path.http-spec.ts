import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Created,
  type Path,
  PersonAssignments,
  type PersonRecord,
  RulePreview,
  type RuleRecurrence,
  type Today,
  type Why,
} from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { PASSWORD, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { Reconcile } from '../rules/check/reconcile.js';
import { CatchUp } from '../rules/follow/catch-up.js';
import { RunRules } from '../rules/runs/run-rules.js';

/** A refresher path that a rule gives, over simulated years: what has ended is asked for again, and is done again. */
describe('a refresher path given by a rule', () => {
  let t: TestApp;
  const people = { team: '', second: '', driver: '' };
  const courses = { fatigue: '', loads: '' };
  const ids = { rule: '', path: '' };
  const activities = { fatigue: '', loads: '' };

  /** Tokens end by the clock that moved, so everybody signs in again. */
  const as = async (name: string) => {
    const body = { name, password: PASSWORD };
    const { accessToken } = (await t.anonymous.post('/auth/token', body)).json<{ accessToken: string }>();
    const headers = { authorization: `Bearer ${accessToken}` };
    const sent = async (answer: ReturnType<typeof t.anonymous.post>) => {
      const { status, body: said, json } = await answer;
      expect([status, status < 300 ? null : said]).toEqual([status, null]);
      return { json };
    };
    return {
      get: async <T>(url: string) => (await t.anonymous.get(url, headers)).json<T>(),
      post: (url: string, given?: unknown) => sent(t.anonymous.post(url, given, headers)),
      put: (url: string, given: unknown) => sent(t.anonymous.put(url, given, { ...headers, 'if-match': '"1"' })),
    };
  };
  const goTo = async (day: string) => {
    await t.goTo(day);
    await t.app.get(CatchUp).everybody({ at: new Date(`${day}T12:00:00Z`), today: day });
    await t.drain();
  };
  const done = async (what: keyof typeof courses, day: string) => {
    await (
      await as('team')
    ).post(`/activities/${activities[what]}/in-person`, { personIds: [people.driver], completedOn: day, note: '' });
    await t.drain();
  };
  /** Puts the newest version of the rule in force; answers its preview. */
  const apply = async (recurrence: RuleRecurrence, effectiveOn: string): Promise<RulePreview> => {
    const team = await as('team');
    const version = (await team.get<{ versions: { id: string }[] }>(`/rules/${ids.rule}`)).versions[0]!.id;
    await team.put(`/rule-versions/${version}`, {
      ...{ predicate: { is: 'group', in: ['driver'] }, courseId: null, pathId: ids.path },
      due: { kind: 'after-assignment', days: 30, realisticDays: 0 },
      ...{ recurrence, effectiveOn, endsOn: null },
    });
    const preview = RulePreview.parse((await team.post(`/rule-versions/${version}/preview`)).json());
    await team.post(`/rule-versions/${version}/apply`, { previewId: preview.id });
    for (const { id } of await t.db.sql<{ id: string }>('select id from rule_run where done_at is null')) {
      await t.app.get(RunRules).run(id);
    }
    await t.drain();
    return preview;
  };
  /** What is owed of a course: its cycle, when it opens and is due, and why. */
  const owed = async (what: keyof typeof courses) => {
    const all = await (await as('team')).get<PersonAssignments>(`/people/${people.driver}/assignments`);
    return PersonAssignments.parse(all)
      .assignments.filter(({ courseId }) => courseId === courses[what])
      .map(({ cycle, dueOn, opensOn }) => `${cycle}: ${opensOn} to ${dueOn}`);
  };
  const reasons = (what: keyof typeof courses) =>
    t.db.sql<{ kind: string; rule: boolean }>(
      `select r.kind, n.rule_version_id is not null and n.state = 'open' as rule from assignment a
       join assignment_reason r on r.assignment_id = a.id and r.ended_at is null
       left join path_enrolment n on n.id = r.path_enrolment_id
       where a.person_id = $1 and a.course_id = $2 and a.state = 'open'`,
      [people.driver, courses[what]],
    );
  const standing = async (what: keyof typeof courses) =>
    (await (await as('driver')).get<PersonRecord>('/my/record')).courses.find(
      ({ courseId }) => courseId === courses[what],
    )?.standing;

  beforeAll(async () => {
    t = await testApp({ WAYMARK_TEST_CLOCK: '1' });
    await t.goTo('2027-02-01');
    const organisationId = await t.make.organisation();
    for (const name of Object.keys(people) as (keyof typeof people)[]) {
      people[name] = await t.make.person({ givenName: name });
      await t.account(people[name], name);
      const group = name === 'driver' ? 'driver' : 'office';
      await t.make.engagement({
        personId: people[name],
        organisationId,
        employmentGroup: group,
        startsOn: '2024-01-08',
      });
      if (name !== 'driver') await t.make.grant({ personId: people[name], role: 'people-team' });
    }
    for (const [key, validityMonths] of [
      ['fatigue', 12],
      ['loads', 24],
    ] as const) {
      courses[key] = await t.make.course({ title: key });
      activities[key] = uuid();
      const version = await t.make.courseVersion({ courseId: courses[key], validityMonths });
      await t.db.sql(
        `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', 'Talk')`,
        [activities[key], version],
      );
      await t.make.publish(version);
    }
    const [team, second] = [await as('team'), await as('second')];
    const path = (
      await team.post('/paths', { code: 'AGAIN', title: 'Drivers, every year', kind: 'refresher' })
    ).json<Created>();
    const draft = (await team.get<Path>(`/paths/${path.id}`)).versions[0]!.id;
    const step = (courseId: string) => ({ key: uuid(), courseId });
    const stage = (dayOffset: number, ...steps: object[]) => ({
      title: `Day ${dayOffset}`,
      dayOffset,
      choices: [],
      steps,
    });
    const stages = [stage(0, step(courses.fatigue)), stage(14, step(courses.loads))];
    const audience = { organisationKinds: [], employmentGroups: [] };
    await team.put(`/path-versions/${draft}`, { audience, sequential: false, stages });
    await team.post(`/path-versions/${draft}/submit`);
    await second.post(`/path-versions/${draft}/publish`);
    await t.drain();
    const rule = (await team.post('/rules', { name: 'Drivers' })).json<Created>();
    Object.assign(ids, { rule: rule.id, path: path.id });
    await apply({ kind: 'course' }, '2027-02-01');
  });
  afterAll(() => t.stop());

  it('asks for its courses from the day on which the rule is due', async () => {
    expect([await owed('fatigue'), await owed('loads')]).toEqual([
      [expect.stringMatching(/^1: .* to 2027-03-03$/)],
      [expect.stringMatching(/^1: .* to 2027-03-17$/)],
    ]);
    expect(await reasons('fatigue')).toEqual([{ kind: 'path', rule: true }]);
  });

  it('opens the next cycle with the completion, for the same reason, and each course in its own time', async () => {
    await goTo('2027-02-20');
    await done('fatigue', '2027-02-20');
    await done('loads', '2027-02-20');
    expect([await owed('fatigue'), await owed('loads')]).toEqual([
      ['2: 2028-01-20 to 2028-02-19'],
      ['2: 2029-01-20 to 2029-02-19'],
    ]);
    expect([await reasons('fatigue'), await reasons('loads')]).toEqual([
      [{ kind: 'path', rule: true }],
      [{ kind: 'path', rule: true }],
    ]);
    expect((await (await as('driver')).get<Today>('/my/today')).due).toEqual([]);
  });

  it('is to be done again in its window, is overdue after it, and is closed by doing it', async () => {
    await goTo('2028-01-25');
    expect(await standing('fatigue')).toBe('expiring');
    expect((await (await as('driver')).get<Today>('/my/today')).due.map(({ courseId }) => courseId)).toEqual([
      courses.fatigue,
    ]);
    await goTo('2028-03-01');
    expect([await standing('fatigue'), await standing('loads')]).toEqual(['expired', 'valid']);
    await done('fatigue', '2028-03-01');
    expect(await owed('fatigue')).toEqual(['3: 2029-01-29 to 2029-02-28']);
    const cycles = await t.db.sql(
      `select cycle, state, closed_why as why from assignment where person_id = $1 and course_id = $2 order by cycle`,
      [people.driver, courses.fatigue],
    );
    expect(cycles).toEqual([
      { cycle: 1, state: 'closed', why: 'completed' },
      { cycle: 2, state: 'closed', why: 'completed' },
      { cycle: 3, state: 'open', why: null },
    ]);
  });

  it('comes again by the rhythm of a new version of the rule, or sooner as a course says, and tells so', async () => {
    await goTo('2028-03-02');
    await (await as('team')).post(`/rules/${ids.rule}/versions`);
    const recurrence = { anchor: 'completion' as const, months: 18, windowDays: 60 };
    const preview = await apply({ kind: 'own', recurrence }, '2028-03-02');
    expect(preview.again.map(({ title, dueOn, by }) => [title, dueOn, by])).toEqual([
      ['fatigue', '2029-03-01', 'course'],
      ['loads', '2029-09-01', 'rule'],
    ]);
    expect([await owed('fatigue'), await owed('loads')]).toEqual([
      ['3: 2029-01-29 to 2029-02-28'],
      ['2: 2028-06-20 to 2028-08-19'],
    ]);
    const why = await (await as('driver')).get<Why>(`/my/courses/${courses.loads}/why`);
    expect(why.reasons.map(({ again }) => again)).toEqual([
      'each course of it again every 18 months, or sooner where a course itself ends sooner',
    ]);
    expect(await t.app.get(Reconcile).run()).toMatchObject({ given: 0, ended: 0, different: 0 });
  });

  it('closes what is open when the rule asks for the path no longer', async () => {
    await t.db.sql(`update engagement set employment_group = 'office' where person_id = $1`, [people.driver]);
    await goTo('2028-04-03');
    await t.app.get(Reconcile).run();
    expect([await owed('fatigue'), await owed('loads')]).toEqual([[], []]);
    const enrolments = await t.db.sql(`select state, closed_why as why from path_enrolment where person_id = $1`, [
      people.driver,
    ]);
    expect(enrolments).toEqual([{ state: 'closed', why: 'rule-no-longer-asks' }]);
    expect(await standing('fatigue')).toBe('valid');
    expect(await t.app.get(Reconcile).run()).toMatchObject({ given: 0, ended: 0, different: 0 });
  });
});
