import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, askedAgain, type Recurrence, type RuleRecurrence } from '@lms/domain';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { recurrences } from '../../libs/domain/src/recurrence/recurrences.test.js';

const yearly: Recurrence = { anchor: 'previous-expiry', months: 12, windowDays: 30 };
const own = (recurrence: Recurrence): RuleRecurrence => ({ kind: 'own', recurrence });
const AT = '2026-01-01T09:00:00Z';

/** A rule gives a path: what of it comes again, and when. */
describe('the courses of a path that a rule gives', () => {
  let db: TestDatabase;
  let make: Factory;
  let path: { id: string; version: string; stage: string };
  let rule: string;
  let person: string;
  let engagement: string;

  const rows = async (table: string, values: Record<string, unknown>[]): Promise<void> => {
    const columns = Object.keys(values[0] ?? {}).join(', ');
    await db.sql(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(values)],
    );
  };
  let numbers = 0;
  const ruleVersion = (recurrence: RuleRecurrence) => {
    numbers += 1;
    return {
      ...{ id: uuid(), rule_id: rule, number: numbers, state: 'active', predicate: { is: 'all', of: [] } },
      ...{ path_id: path.id, due: { kind: 'after-assignment', days: 30, realisticDays: 0 }, recurrence },
      ...{ effective_on: '2026-01-01', created_by: person, created_at: AT, applied_by: person, applied_at: AT },
    };
  };
  const enrolment = (personId: string, engagementId: string, versionId: string) => ({
    ...{
      id: uuid(),
      person_id: personId,
      engagement_id: engagementId,
      path_id: path.id,
      path_version_id: path.version,
    },
    ...{ anchor_on: '2026-01-31', opens_on: '2026-01-01', given_on: '2026-01-01', state: 'open', created_at: AT },
    ...{ rule_version_id: versionId, facts: {}, grace_days: 7 },
  });

  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
    person = await make.person();
    const organisationId = await make.organisation();
    engagement = await make.engagement({ personId: person, organisationId });
    path = { id: uuid(), version: uuid(), stage: uuid() };
    await rows('learning_path', [
      { id: path.id, version: 1, code: 'P', title: 'P', kind: 'refresher', summary: '', created_at: AT },
    ]);
    await db.sql('insert into path_version (id, path_id, number, created_at) values ($1, $2, 1, $3)', [
      path.version,
      path.id,
      AT,
    ]);
    await rows('path_stage', [
      { id: path.stage, path_version_id: path.version, position: 1, title: 'S', day_offset: 0 },
    ]);
    rule = uuid();
    await db.sql('insert into assignment_rule (id, name, owner_id, created_at) values ($1, $2, $3, $4)', [
      rule,
      'Drivers',
      person,
      AT,
    ]);
  });
  afterAll(() => db.stop());

  let position = 0;
  const step = async (courseId: string): Promise<string> => {
    position += 1;
    const id = uuid();
    await db.sql('insert into path_step (id, stage_id, position, course_id) values ($1, $2, $3, $4)', [
      id,
      path.stage,
      position,
      courseId,
    ]);
    return id;
  };

  describe('over the years', () => {
    let enrolled: string;
    const courses: Record<string, { id: string; version: string }> = {};
    const complete = (name: string, on: string) =>
      db.sql(
        `select append_completion($1, $2, $3, $4, version_counts_until($3, $1, $4), 'manual', $5, '{}', ($4::text || 'T12:00:00Z')::timestamptz)`,
        [person, courses[name]?.id, courses[name]?.version, on, uuid()],
      );
    const cycles = async (name: string) =>
      (
        await db.sql<{ line: string }>(
          `select concat(cycle, ': ', coalesce(closed_why, opens_on || ' to ' || due_on)) as line from assignment
           where person_id = $1 and course_id = $2 order by cycle`,
          [person, courses[name]?.id],
        )
      ).map(({ line }) => line);
    const settle = (on: string) =>
      db.sql(`select settle_assignments(array[$1]::uuid[], $2::date, ($2::text || 'T09:00:00Z')::timestamptz)`, [
        person,
        on,
      ]);

    beforeAll(async () => {
      const version = ruleVersion(own(yearly));
      await rows('rule_version', [version]);
      const row = enrolment(person, engagement, version.id);
      enrolled = row.id;
      await rows('path_enrolment', [row]);
      for (const [name, validityMonths] of [
        ['life', undefined],
        ['longer', 36],
        ['shorter', 6],
        ['held', undefined],
        ['ruled', undefined],
      ] as const) {
        const id = await make.course();
        courses[name] = { id, version: await make.courseVersion({ courseId: id, validityMonths }) };
        await make.publish(courses[name].version);
        const assignment = uuid();
        if (name === 'held') await complete('held', '2021-05-01');
        await rows('assignment', [
          {
            ...{
              id: assignment,
              person_id: person,
              course_id: id,
              cycle: 1,
              due_on: '2026-03-01',
              opens_on: '2026-01-01',
            },
            ...{ state: name === 'held' ? 'closed' : 'open', created_at: AT },
            ...(name === 'held' ? { closed_on: '2026-01-01', closed_why: 'already-valid' } : {}),
          },
        ]);
        await rows('assignment_reason', [
          {
            ...{ id: uuid(), assignment_id: assignment },
            ...(name === 'ruled'
              ? { kind: 'rule', rule_version_id: version.id, engagement_id: engagement, facts: {} }
              : { kind: 'path', path_enrolment_id: row.id, path_step_id: await step(id) }),
            ...{ due_on: '2026-03-01', opens_on: '2026-01-01', not_before: '2026-03-01', since: AT },
          },
        ]);
      }
    });

    it('come again by the rhythm of the rule, also what is for life or lasts longer', async () => {
      await complete('life', '2026-02-10');
      await complete('longer', '2026-02-10');
      expect([await cycles('life'), await cycles('longer')]).toEqual([
        ['1: completed', '2: 2027-01-10 to 2027-02-09'],
        ['1: completed', '2: 2027-01-10 to 2027-02-09'],
      ]);
    });
    it('come again sooner where the course itself says so', async () => {
      await complete('shorter', '2026-02-10');
      expect(await cycles('shorter')).toEqual(['1: completed', '2: 2026-07-10 to 2026-08-09']);
    });
    it.each(['life', 'ruled'])('lose nothing by an early renewal: %s', async (name) => {
      if (name === 'ruled') await complete(name, '2026-02-10');
      await complete(name, '2027-01-15');
      expect((await cycles(name)).at(-1)).toBe('3: 2028-01-10 to 2028-02-09');
      await complete(name, '2028-01-20');
      expect((await cycles(name)).at(-1)).toBe('4: 2029-01-10 to 2029-02-09');
      await settle('2028-01-21');
      expect((await cycles(name)).at(-1)).toBe('4: 2029-01-10 to 2029-02-09');
    });
    it('ask nobody for a day that lies before the path was due, where an old completion counts', async () => {
      await settle('2026-01-02');
      expect((await cycles('held')).at(-1)).toBe('2: 2026-01-30 to 2026-03-01');
      await complete('held', '2026-02-20');
      expect((await cycles('held')).at(-1)).toBe('3: 2027-01-30 to 2027-03-01');
    });
    it('follow a new version of the rule, and stay done where it says once', async () => {
      const [longer, once] = [ruleVersion(own({ ...yearly, months: 24 })), ruleVersion({ kind: 'once' })];
      await rows('rule_version', [longer, once]);
      await db.sql('update path_enrolment set rule_version_id = $2 where id = $1', [enrolled, longer.id]);
      await settle('2027-02-01');
      expect((await cycles('longer')).at(-1)).toBe('2: 2028-01-10 to 2028-02-09');
      await db.sql('update path_enrolment set rule_version_id = $2 where id = $1', [enrolled, once.id]);
      await complete('longer', '2028-02-01');
      expect(await cycles('longer')).toEqual(['1: completed', '2: completed']);
    });
  });

  it('come again when the domain says so', async () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2023-06-01', n));
    const kinds = fc.oneof(
      { arbitrary: recurrences.map(own), weight: 4 },
      { arbitrary: fc.constantFrom<RuleRecurrence>({ kind: 'course' }, { kind: 'once' }), weight: 1 },
    );
    const cases = fc
      .sample(
        fc.record({
          how: kinds,
          gives: fc.constantFrom('path' as const, 'path' as const, 'course' as const),
          completedOn: day,
          lasts: fc.option(fc.integer({ min: 0, max: 800 }), { nil: null }),
          window: fc.integer({ min: 0, max: 90 }),
          renews: fc.option(fc.integer({ min: -20, max: 200 }), { nil: null }),
          notBefore: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
        }),
        { numRuns: 300, seed: 20261130 },
      )
      .map((c) => ({
        ...{
          ...c,
          courseId: uuid(),
          courseVersion: uuid(),
          person: uuid(),
          engagement: uuid(),
          assignment: uuid(),
          step: uuid(),
        },
        validUntil: c.lasts === null ? null : addDays(c.completedOn, c.lasts),
        renewsUntil: c.renews === null ? null : addDays(c.completedOn, c.renews),
        notBefore: c.notBefore === null ? null : addDays(c.completedOn, c.notBefore),
        version: ruleVersion(c.how),
      }));
    const organisation = await make.organisation();
    await rows(
      'rule_version',
      cases.map(({ version }) => version),
    );
    await rows(
      'person',
      cases.map((c) => ({ id: c.person, version: 1, given_name: 'G', family_name: 'F', created_at: AT })),
    );
    await db.sql(
      `insert into engagement (id, person_id, organisation_id, employee_number, job_role, employment_group, starts_on, created_at)
       select e, p, $3, e::text, 'R', 'site', '2024-01-08', $4 from unnest($1::uuid[], $2::uuid[]) u(e, p)`,
      [cases.map((c) => c.engagement), cases.map((c) => c.person), organisation, AT],
    );
    await db.sql(
      `insert into course (id, code, title, created_at) select c, c::text, 'C', $2 from unnest($1::uuid[]) u(c)`,
      [cases.map((c) => c.courseId), AT],
    );
    await db.sql(
      `insert into course_version (id, course_id, number, state, minutes, renewal_window_days, published_at, created_at)
       select v, c, 1, 'published', 30, w, $4, $4 from unnest($1::uuid[], $2::uuid[], $3::int[]) u(v, c, w)`,
      [cases.map((c) => c.courseVersion), cases.map((c) => c.courseId), cases.map((c) => c.window), AT],
    );
    await db.sql(
      `select append_completion((c ->> 'person')::uuid, (c ->> 'courseId')::uuid, (c ->> 'courseVersion')::uuid,
         (c ->> 'completedOn')::date, (c ->> 'validUntil')::date, 'manual', gen_random_uuid(), '{}', $2)
       from jsonb_array_elements($1) c`,
      [JSON.stringify(cases), '2027-12-01T09:00:00Z'],
    );
    const enrolments = cases.map((c) => enrolment(c.person, c.engagement, c.version.id));
    await rows('path_enrolment', enrolments);
    await db.sql(
      `insert into path_step (id, stage_id, position, course_id) select s, $3, 1000 + n, c
       from unnest($1::uuid[], $2::uuid[]) with ordinality u(s, c, n)`,
      [cases.map((c) => c.step), cases.map((c) => c.courseId), path.stage],
    );
    await rows(
      'assignment',
      cases.map((c) => ({
        ...{ id: c.assignment, person_id: c.person, course_id: c.courseId, cycle: 1, state: 'closed' },
        ...{ closed_on: c.completedOn, closed_why: 'completed', created_at: AT },
      })),
    );
    const reasons = cases.map((c, n) => ({
      ...{ id: uuid(), assignment_id: c.assignment, kind: c.gives === 'path' ? 'path' : 'rule', since: AT },
      path_enrolment_id: c.gives === 'path' ? enrolments[n]?.id : null,
      path_step_id: c.gives === 'path' ? c.step : null,
      rule_version_id: c.gives === 'path' ? null : c.version.id,
      engagement_id: c.gives === 'path' ? null : c.engagement,
      facts: c.gives === 'path' ? null : {},
      renews_until: c.renewsUntil,
      not_before: c.notBefore,
    }));
    await rows('assignment_reason', reasons);
    const found = new Map(
      (
        await db.sql<{ reason: string; due: string; opens: string }>(
          `select n.reason_id as reason, n.due_on::text as due, n.opens_on::text as opens
           from unnest($1::uuid[]) a(id), renewals_of(a.id) n`,
          [cases.map((c) => c.assignment)],
        )
      ).map(({ reason, due, opens }) => [reason, { opensOn: opens, dueOn: due }]),
    );
    const differences = cases.flatMap((c, n) => {
      const windowFrom = c.validUntil === null ? null : addDays(c.validUntil, -c.window);
      const expected = askedAgain(c.how, c.gives, { ...c, windowFrom }, c);
      const got = found.get(reasons[n]?.id ?? '') ?? null;
      return JSON.stringify(got) === JSON.stringify(expected) ? [] : [{ how: c.how, gives: c.gives, expected, got }];
    });
    expect(differences.slice(0, 3)).toEqual([]);
    expect(found.size).toBeGreaterThan(200);
  });
});
