import { expect } from '@jest/globals';
import type { Created, Rule, RuleVersion } from '@lms/contracts';
import { addDays, type AudiencePredicate, type DuePolicy, type RuleRecurrence } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, PASSWORD, type TestApp } from '../../../../../../test/http/test-app.js';
import { Reconcile } from '../check/reconcile.js';
import { CatchUp } from '../follow/catch-up.js';
import { RunRules } from '../runs/run-rules.js';
import type { Dice } from './dice.test.js';

const FIRST_DAY = '2027-01-04';
const PEOPLE = 22;

interface Engaged {
  personId: string;
  engagementId: string;
}
interface Course {
  id: string;
  version: string;
}
export interface Said {
  predicate: AudiencePredicate;
  courseId: string | null;
  pathId: string | null;
  due: DuePolicy;
  recurrence: RuleRecurrence;
  effectiveOn: string;
}

/** What stands of every world: two of a People Team who sign in again whenever the clock has moved, courses and paths. */
export class Worlds {
  private constructor(
    readonly t: TestApp,
    readonly courses: Course[],
    readonly second: string,
  ) {}

  static async of(t: TestApp): Promise<Worlds> {
    const team: string[] = [];
    for (const name of ['first@team.example', 'second@team.example']) {
      const personId = await t.make.person();
      await t.make.grant({ personId, role: 'people-team' });
      await t.account(personId, name);
      team.push(personId);
    }
    const courses: Course[] = [];
    for (const [validityMonths, anchor] of [
      [12, 'previous-expiry'],
      [undefined, 'completion'],
      [24, 'completion'],
    ] as const) {
      const id = await t.make.course();
      const version = await t.make.courseVersion({ courseId: id, ...(validityMonths ? { validityMonths } : {}) });
      await t.db.sql('update course_version set renewal_anchor = $2 where id = $1', [version, anchor]);
      await t.make.publish(version);
      courses.push({ id, version });
    }
    return new Worlds(t, courses, team[1]!);
  }
}

/** A few dozen people of two organisations, with what rules, people and paths ask of them, as it comes over months. */
export class World {
  today = FIRST_DAY;
  adviser!: Client;
  readonly engaged: Engaged[] = [];
  readonly people: string[] = [];
  readonly paths: string[] = [];
  readonly organisations: string[] = [];
  private rules = 0;

  constructor(
    readonly worlds: Worlds,
    readonly seed: number,
    readonly dice: Dice,
  ) {}

  private get t(): TestApp {
    return this.worlds.t;
  }
  get courses(): Course[] {
    return this.worlds.courses;
  }
  get now(): string {
    return `${this.today}T12:00:00Z`;
  }

  async begin(): Promise<void> {
    const { t, dice } = this;
    await this.goTo(FIRST_DAY);
    const schemes = [await t.make.scheme({ code: `W${this.seed}A` }), await t.make.scheme({ code: `W${this.seed}B` })];
    for (const which of ['A', 'B'])
      this.organisations.push(await t.make.organisation({ name: `World ${this.seed} ${which}` }));
    for (let n = 0; n < PEOPLE; n += 1) {
      const personId = await t.make.person();
      this.people.push(personId);
      const times = dice.chance(0.15) ? 2 : 1;
      for (let k = 0; k < times; k += 1) {
        const startsOn = addDays(FIRST_DAY, dice.chance(0.15) ? dice.between(1, 25) : -dice.between(0, 500));
        const ends = dice.chance(0.1) ? { endsOn: addDays(FIRST_DAY, dice.between(30, 400)) } : {};
        const organisationId = dice.one(this.organisations);
        const employmentGroup = dice.one(['site', 'site', 'office']);
        const schemeIds = dice.some(schemes, 0.4);
        const given = { personId, organisationId, startsOn, employmentGroup, schemeIds, ...ends };
        this.engaged.push({ personId, engagementId: await t.make.engagement(given) });
      }
    }
    for (const kind of ['role', dice.one(['role', 'refresher', 'onboarding'])]) this.paths.push(await this.path(kind));
    await t.drain();
  }

  /** The clock moves on; what the worker does then is done. */
  async goTo(day: string): Promise<void> {
    this.today = day;
    await this.t.goTo(day);
    const body = { name: 'first@team.example', password: PASSWORD };
    const { accessToken } = (await this.t.anonymous.post('/auth/token', body)).json<{ accessToken: string }>();
    const headers = (more?: Record<string, string>) => ({ authorization: `Bearer ${accessToken}`, ...more });
    const { anonymous } = this.t;
    this.adviser = {
      get: (url, more) => anonymous.get(url, headers(more)),
      post: (url, given, more) => anonymous.post(url, given, headers(more)),
      put: (url, given, more) => anonymous.put(url, given, headers(more)),
      delete: (url, more) => anonymous.delete(url, headers(more)),
    };
    await this.catchUp();
  }
  async catchUp(): Promise<void> {
    await this.t.drain();
    await this.t.app.get(CatchUp).turn({ at: new Date(this.now), today: this.today });
    const open = await this.t.db.sql<{ id: string }>('select id from rule_run where done_at is null');
    for (const { id } of open) await this.t.app.get(RunRules).run(id);
    await this.t.drain();
  }

  async path(kind: string): Promise<string> {
    const { adviser } = this;
    const code = `W${this.seed}P${this.paths.length}`;
    const { id } = (await adviser.post('/paths', { code, title: code, kind })).json<Created>();
    const [draft] = await this.t.db.sql<{ id: string }>('select id from path_version where path_id = $1', [id]);
    const chosen = this.dice.some(this.courses, 0.6);
    const steps = (chosen.length > 0 ? chosen : [this.courses[0]!]).map((course) => ({
      key: uuid(),
      courseId: course.id,
    }));
    const stages = [{ title: 'First', dayOffset: this.dice.between(0, 20), choices: [], steps }];
    // Nobody is named by its own audience: it is given by rules and by people.
    const body = { audience: { organisationKinds: [], employmentGroups: ['driver'] }, sequential: false, stages };
    const saved = await adviser.put(`/path-versions/${draft!.id}`, body, { 'if-match': '"1"' });
    expect([saved.status, saved.body]).toEqual([200, expect.anything()]);
    await this.t.db.sql(
      `update path_version set state = 'published', published_at = $2, approved_by = $3 where id = $1`,
      [draft!.id, this.now, this.worlds.second],
    );
    return id;
  }

  async completions(of: number): Promise<void> {
    for (const personId of this.dice.some(this.people, of))
      await this.complete(
        personId,
        this.dice.one(this.courses),
        addDays(this.today, -this.dice.between(0, this.dice.one([20, 500]))),
      );
    await this.t.drain();
  }
  complete(personId: string, course: Course, on: string) {
    return this.t.db.sql(
      `select append_completion($1, $2, $3, $4, version_counts_until($3, $1, $4), 'import', $5, '{}', $6)`,
      [personId, course.id, course.version, on, uuid(), this.now],
    );
  }
  async requests(): Promise<void> {
    const { dice } = this;
    // Of onboarding it is asked of new starters alone.
    const target = dice.chance(0.6) ? { courseId: dice.one(this.courses).id } : { pathId: this.paths[0] };
    const personIds = dice.some(this.people, 0.25);
    if (personIds.length === 0) return;
    const dueOn = dice.chance(0.7) ? { dueOn: addDays(this.today, dice.between(1, 60)) } : {};
    const body = { ...target, why: 'Asked', chosen: { personIds }, expected: personIds.length, ...dueOn };
    await this.adviser.post('/assignment-requests', body);
    await this.t.drain();
  }
  async leaves(of: number): Promise<void> {
    for (const { engagementId } of this.dice.some(this.engaged, of)) await this.leave(engagementId);
  }
  async leave(engagementId: string): Promise<void> {
    const fromOn = addDays(this.today, this.dice.between(-10, 20));
    const body = { fromOn, toOn: addDays(fromOn, this.dice.between(1, 60)), note: '' };
    await this.adviser.post(`/engagements/${engagementId}/leaves`, body);
    await this.t.drain();
  }
  async extensions(of: number): Promise<void> {
    const open = await this.t.db.sql<{ id: string; due: string }>(
      `select id, due_on::text as due from assignment where state = 'open' and due_on is not null and person_id = any ($1) order by person_id, course_id`,
      [this.people],
    );
    for (const { id, due } of this.dice.some(open, of)) {
      const from = due < this.today ? this.today : due;
      await this.adviser.post(`/assignments/${id}/extension`, {
        dueOn: addDays(from, this.dice.between(1, 40)),
        reason: 'More time',
      });
    }
    await this.t.drain();
  }
  async exemptions(of: number): Promise<void> {
    for (const personId of this.dice.some(this.people, of)) await this.exempt(personId, this.dice.one(this.courses).id);
  }
  exempt(personId: string, courseId: string) {
    return this.t.db.sql(
      `insert into exemption (id, person_id, course_id, from_on, to_on, reason, state, asked_by, asked_at, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, 'r', 'approved', $2, $6, $7, $6)`,
      [
        uuid(),
        personId,
        courseId,
        addDays(this.today, -5),
        addDays(this.today, this.dice.between(0, 90)),
        this.now,
        this.worlds.second,
      ],
    );
  }

  audience(): AudiencePredicate {
    const at: AudiencePredicate = {
      is: 'organisation',
      in: this.dice.chance(0.5) ? this.organisations : [this.organisations[0]!],
      tiers: false,
    };
    const more: AudiencePredicate[] = [];
    if (this.dice.chance(0.4)) more.push({ is: 'group', in: [this.dice.one(['site', 'office'])] });
    if (this.dice.chance(0.15))
      more.push({ is: this.dice.one(['holds', 'lacks']), courseId: this.dice.one(this.courses).id });
    return { is: 'all', of: [at, ...more] };
  }
  due(): DuePolicy {
    const { dice } = this;
    const realisticDays = dice.one([0, 7, 14]);
    const days = dice.one([0, 5, 14, 30, 90]);
    switch (dice.between(0, 4)) {
      case 0:
      case 1:
        return { kind: 'on', date: addDays(this.today, dice.between(-60, 90)), realisticDays };
      case 2:
        return { kind: 'after-start', days, realisticDays };
      case 3:
        return { kind: 'after-completion', courseId: dice.one(this.courses).id, days, realisticDays };
      default:
        return { kind: 'after-assignment', days, realisticDays };
    }
  }
  recurrence(): RuleRecurrence {
    const { dice } = this;
    const windowDays = dice.one([10, 30]);
    switch (dice.between(0, 4)) {
      case 0:
        return { kind: 'once' };
      case 1:
        return {
          kind: 'own',
          recurrence: { anchor: dice.one(['completion', 'previous-expiry']), months: dice.one([1, 6, 18]), windowDays },
        };
      case 2:
        return {
          kind: 'own',
          recurrence: { anchor: 'fixed-dates', dates: [dice.one(['03-31', '09-30'])], minActiveDays: 30, windowDays },
        };
      default:
        return { kind: 'course' };
    }
  }
  target(): { courseId: string | null; pathId: string | null } {
    return this.dice.chance(0.6)
      ? { courseId: this.dice.one(this.courses).id, pathId: null }
      : { courseId: null, pathId: this.dice.one(this.paths) };
  }
  said(): Said {
    const target = this.target();
    let due = this.due();
    // What counts from the course itself would feed itself.
    while (due.kind === 'after-completion' && (target.pathId !== null || due.courseId === target.courseId))
      due = this.due();
    const { courseId, pathId } = target;
    let predicate = this.audience();
    while (JSON.stringify(predicate).includes('holds') || JSON.stringify(predicate).includes('lacks')) {
      if (courseId !== null && !JSON.stringify(predicate).includes(courseId)) break;
      predicate = this.audience();
    }
    return {
      predicate,
      courseId,
      pathId,
      due,
      recurrence: this.recurrence(),
      effectiveOn: addDays(this.today, this.dice.one([0, 0, -30])),
    };
  }
  /** The next version: some of it is as before. */
  saidNext(before: Said): Said {
    const next = this.said();
    const keep = <K extends keyof Said>(...keys: K[]) =>
      this.dice.chance(0.5) ? Object.fromEntries(keys.map((key) => [key, before[key]])) : {};
    const target = this.dice.chance(0.8) ? { courseId: before.courseId, pathId: before.pathId } : {};
    return { ...next, ...keep('predicate'), ...keep('due'), ...keep('recurrence'), ...target };
  }

  async newRule(): Promise<string> {
    this.rules += 1;
    return (await this.adviser.post('/rules', { name: `World ${this.seed} rule ${this.rules}` })).json<Created>().id;
  }
  /** The draft of a rule, its first one or the next, as it is said; null where it would feed itself. */
  async draft(ruleId: string, said: Said): Promise<RuleVersion> {
    const { adviser } = this;
    let version = (await adviser.get(`/rules/${ruleId}`)).json<Rule>().versions[0]!;
    if (version.state !== 'draft') {
      const { id } = (await adviser.post(`/rules/${ruleId}/versions`)).json<Created>();
      version = (await adviser.get(`/rule-versions/${id}`)).json<RuleVersion>();
    }
    const answer = await adviser.put(`/rule-versions/${version.id}`, said, { 'if-match': `"${version.version}"` });
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    return answer.json<RuleVersion>();
  }

  /** Nothing of this world asks for anything in the next one. */
  async retire(): Promise<void> {
    const { sql } = this.t.db;
    await sql(`update rule_version set state = 'ended' where state = 'active'`);
    await sql('delete from rule_person');
    await sql(`update engagement set ends_on = starts_on where organisation_id = any ($1)`, [this.organisations]);
    await this.t.drain();
    await this.t.app.get(Reconcile).run();
  }
}
