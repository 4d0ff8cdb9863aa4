import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@lms/domain';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { derivedOf } from './derived.test.js';

const TODAY = '2026-06-01';
const AT = '2026-06-01T09:00:00Z';

const facts = fc.record({
  /** Days from today of completions, and which of them are taken back. */
  completions: fc.array(fc.record({ on: fc.integer({ min: -500, max: -1 }), revoked: fc.boolean() }), { maxLength: 3 }),
  due: fc.option(fc.integer({ min: -30, max: 60 })),
  begun: fc.boolean(),
  exempt: fc.boolean(),
});
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;
/** Two courses of two entries. */
const pairs = fc.tuple(fc.tuple(facts, facts), fc.tuple(facts, facts));

describe('a merge', () => {
  let db: TestDatabase;
  let make: Factory;
  let by: string;
  let organisations: string[];
  let courses: { id: string; version: string; activity: string }[];

  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
    by = await make.person();
    organisations = [await make.organisation(), await make.organisation()];
    courses = await Promise.all([12, null].map((months) => course(months)));
  });
  afterAll(() => db.stop());

  const course = async (months: number | null) => {
    const id = await make.course();
    const version = await make.courseVersion({ courseId: id, ...(months ? { validityMonths: months } : {}) });
    const activity = uuid();
    await db.sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', 'A')`,
      [activity, version],
    );
    await make.publish(version);
    return { id, version, activity };
  };

  /** Through the same functions and triggers as in life: what is fulfilled closes, what comes again opens. */
  async function live(personId: string, n: number, given: Facts): Promise<void> {
    const { id, version, activity } = courses[n] ?? { id: '', version: '', activity: '' };
    if (given.due !== null) {
      const [assignment, request] = [uuid(), uuid()];
      const dueOn = addDays(TODAY, given.due);
      await db.sql(
        `insert into assignment_request (id, course_id, why, due_on, chosen, asked_by, asked_at, state) values ($1, $2, 'x', $3, '{}', $4, $5, 'given')`,
        [request, id, dueOn, by, '2025-01-01T09:00:00Z'],
      );
      await db.sql(
        'insert into assignment (id, person_id, course_id, due_on, opens_on, created_at) values ($1, $2, $3, $4, $5, $6)',
        [assignment, personId, id, dueOn, '2025-01-01', '2025-01-01T09:00:00Z'],
      );
      await db.sql(
        `insert into assignment_reason (id, assignment_id, kind, request_id, due_on, opens_on, since) values ($1, $2, 'person', $3, $4, '2025-01-01', '2025-01-01T09:00:00Z')`,
        [uuid(), assignment, request, dueOn],
      );
    }
    for (const { on, revoked } of given.completions) {
      const [made] = await db.sql<{ seq: number }>(
        `select append_completion($1, $2, $3, $4, version_counts_until($3, $1, $4), 'manual', $5, '{"recordedBy": "x"}', $6) as seq`,
        [personId, id, version, addDays(TODAY, on), uuid(), `${addDays(TODAY, on)}T09:00:00Z`],
      );
      if (revoked) await db.sql(`select revoke_completion($1, $2, 'not-done', '{}', $3)`, [personId, made?.seq, AT]);
    }
    if (given.begun) {
      await db.sql(
        `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at) values ($1, $2, $3, $4, $5, 1, $6, $6)`,
        [uuid(), personId, activity, version, id, '2026-05-20T09:00:00Z'],
      );
    }
    if (given.exempt) {
      await db.sql(
        `insert into exemption (id, person_id, course_id, from_on, to_on, reason, state, asked_by, asked_at, decided_by, decided_at)
         values ($1, $2, $3, '2026-05-01', '2026-07-01', 'x', 'approved', $4, $6, $5, $6)`,
        [uuid(), personId, id, by, await make.person(), '2026-04-20T09:00:00Z'],
      );
    }
  }

  const differing = () =>
    db.sql(
      `(table standing_dates except table standing_dates_now) union all (table standing_dates_now except table standing_dates)`,
    );

  /** Whose day totals would count otherwise than their dates give. */
  const miscounted = () =>
    db.sql(
      `select k.person_id from standing_kept k cross join lateral standing_days_of(array[k.person_id], k.on_day) n
       where (k.cells, k.late, k.sums) is distinct from (n.cells, n.late, n.sums)`,
    );

  it('followed by its undoing leaves everything as it was; in between the dates are those of both', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async (given) => {
        const people = [await make.person(), await make.person()] as const;
        for (const [i, personId] of people.entries()) {
          await make.engagement({ personId, organisationId: organisations[i] ?? '' });
          for (const [n, one] of (given[i] ?? []).entries()) await live(personId, n, one);
          await db.sql('select settle_assignments(array[$1]::uuid[], $2, $3)', [personId, TODAY, AT]);
        }
        const [keep, twin] = people;
        const before = await derivedOf(db, people);
        const best = await db.sql(
          `select course_id, bool_or(lifetime) as lifetime, max(valid_until) as valid_until, max(completed_on) as completed_on, bool_or(required) as required
           from standing_dates where person_id = any ($1::uuid[]) group by course_id order by course_id`,
          [people],
        );
        await db.sql('select keep_standing_days($1, true, 100000)', [TODAY]);
        const id = uuid();
        await db.sql(`select merge_people($1, $2, $3, $4, '2026-07-01', '', $5, $6)`, [id, twin, keep, by, TODAY, AT]);
        expect(await differing()).toEqual([]);
        expect(await miscounted()).toEqual([]);
        const merged = await db.sql(
          `select course_id, lifetime, case when lifetime then null else valid_until end as valid_until, completed_on, required
           from standing_dates where person_id = $1 order by course_id`,
          [keep],
        );
        expect(merged).toEqual(
          best.map((row) => ({ ...row, valid_until: row['lifetime'] ? null : row['valid_until'] })),
        );
        expect(await db.sql('select from standing_dates where person_id = $1', [twin])).toEqual([]);
        await db.sql('select undo_merge($1, $2, $3, $4)', [id, by, TODAY, '2026-06-01T10:00:00Z']);
        expect(await derivedOf(db, people)).toEqual(before);
        expect(await differing()).toEqual([]);
        expect(await miscounted()).toEqual([]);
      }),
      { numRuns: 60, seed: 20261130 },
    );
  });
});
