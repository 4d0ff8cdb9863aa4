import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addDays,
  type AudienceFacts,
  type AudiencePredicate,
  conditionsOf,
  EMPLOYMENT_GROUPS,
  isInAudience,
  managersReadBy,
  minDate,
  nextChangeOn,
  ORGANISATION_KINDS,
} from '@lms/domain';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';
import { factsSql } from './facts-sql.js';
import { nextChangeSql } from './next-change-sql.js';
import { Params } from './params.js';
import { live, ORGANISATIONS, predicateSql } from './predicate-sql.js';

const TODAY = '2026-11-30';
const ROLES = ['Operative', 'site operative', 'Ganger', 'Ingénieur'];
const TAGS = ['night', 'rail', 'lone worker'];

let db: TestDatabase;
const organisations: { id: string; kind: (typeof ORGANISATION_KINDS)[number]; parent: string | null }[] = [];
let schemes: string[] = [];
let courses: string[] = [];
let people: { id: string; facts: AudienceFacts[] }[] = [];

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** A workforce made from numbers, and what the memory knows of it, worked out without the database. */
async function makePeople(seed: number[]): Promise<void> {
  const make = new Factory(db);
  const next = (() => {
    let at = 0;
    return (below: number) => seed[at++ % seed.length]! % below;
  })();
  for (const kind of ORGANISATION_KINDS)
    organisations.push({ id: await make.organisation({ kind }), kind, parent: null });
  const top = organisations[2]!.id;
  const below = await make.organisation({ parentId: top });
  const last = await make.organisation({ parentId: below });
  organisations.push({ id: below, kind: 'supplier', parent: top }, { id: last, kind: 'supplier', parent: below });
  schemes = [await make.scheme(), await make.scheme(), await make.scheme()];
  courses = [await make.course(), await make.course(), await make.course()];
  const ids = await Promise.all(Array.from({ length: 120 }, () => make.person()));
  const rows: { person: string; id: string; manager: string | null; endsOn: string | null; facts: AudienceFacts }[] =
    [];
  const held = new Map<string, Record<string, string | null>>();
  for (const [n, person] of ids.entries()) {
    for (let spell = next(3) === 0 ? 2 : 1; spell > 0; spell -= 1) {
      const organisation = pick(organisations, next(50));
      const startsOn = addDays(TODAY, next(400) - 360);
      const endsOn = next(3) === 0 ? addDays(startsOn, next(420)) : null;
      const manager = n > 0 && next(4) > 0 ? ids[next(n)]! : null;
      const [jobRole, group] = [pick(ROLES, next(9)), pick(EMPLOYMENT_GROUPS, next(9))];
      const [schemeIds, tags] = [schemes.filter(() => next(2) === 0), TAGS.filter(() => next(3) === 0)];
      const id = await make.engagement({
        personId: person,
        organisationId: organisation.id,
        startsOn,
        ...(endsOn === null ? {} : { endsOn }),
        ...(manager === null ? {} : { lineManagerId: manager }),
        employmentGroup: group,
        schemeIds,
      });
      await db.sql('update engagement set job_role = $2, tags = $3 where id = $1', [id, jobRole, tags]);
      rows.push({
        person,
        id,
        manager,
        endsOn,
        facts: {
          on: TODAY,
          organisationId: organisation.id,
          organisationKind: organisation.kind,
          organisationIds: above(organisation.id),
          jobRole,
          group,
          schemeIds,
          tags,
          startsOn,
          endsOn,
          managerIds: [],
          lineEndsOn: null,
          holds: {},
        },
      });
    }
    const holds: Record<string, string | null> = {};
    for (const course of courses) {
      if (next(2) === 0) continue;
      const until = next(4) === 0 ? null : addDays(TODAY, next(60) - 30);
      holds[course] = until;
      await db.sql(
        `insert into standing_dates (person_id, course_id, required, completed_on, valid_until, ever_completed, lifetime)
         values ($1, $2, false, $3, $4, true, $5)`,
        [person, course, addDays(TODAY, -300), until, until === null],
      );
    }
    held.set(person, holds);
  }
  const current = rows.filter(({ endsOn }) => endsOn === null || endsOn >= TODAY);
  const managersOf = (manager: string | null, seen = new Set<string>()): Set<string> => {
    if (manager === null || seen.has(manager)) return seen;
    seen.add(manager);
    for (const row of current) if (row.person === manager) managersOf(row.manager, seen);
    return seen;
  };
  people = ids.map((id) => ({
    id,
    facts: rows
      .filter(({ person }) => person === id)
      .map((row) => {
        const managerIds = [...managersOf(row.manager)];
        const ends = current.flatMap((one) => (managerIds.includes(one.person) && one.endsOn ? [one.endsOn] : []));
        return { ...row.facts, managerIds, lineEndsOn: minDate(...ends), holds: held.get(id) ?? {} };
      }),
  }));
}

function above(id: string): string[] {
  const parent = organisations.find((one) => one.id === id)?.parent ?? null;
  return [id, ...(parent === null ? [] : above(parent))];
}

const some = <T>(list: readonly T[]) => fc.uniqueArray(fc.constantFrom(...list), { minLength: 1, maxLength: 3 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const day = fc.integer({ min: -380, max: 60 });

const predicates = () =>
  fc.letrec<{ tree: AudiencePredicate; leaf: AudiencePredicate }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      tie('leaf'),
      fc.record({ is: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('tree'), { maxLength: 4 }) }),
      fc.record({ is: fc.constant('not' as const), of: tie('tree') }),
    ),
    leaf: fc.oneof(
      fc.record({ is: fc.constant('organisation-kind' as const), in: some(ORGANISATION_KINDS) }),
      fc.record({
        is: fc.constant('organisation' as const),
        in: some(organisations.map(({ id }) => id)),
        tiers: fc.boolean(),
      }),
      fc.record({ is: fc.constant('scheme' as const), in: some(schemes) }),
      fc.record({ is: fc.constant('job-role' as const), in: some([...ROLES, 'OPERATIVE', 'INGÉNIEUR', 'Driver']) }),
      fc.record({ is: fc.constant('group' as const), in: some(EMPLOYMENT_GROUPS) }),
      fc.record({ is: fc.constant('tag' as const), in: some([...TAGS, 'nobody']) }),
      fc.record({
        is: fc.constant('started' as const),
        from: maybe(day.map((n) => addDays(TODAY, n))),
        until: maybe(day.map((n) => addDays(TODAY, n))),
      }),
      fc.record({
        is: fc.constant('days-since-start' as const),
        atLeast: maybe(day.map((n) => -n)),
        atMost: maybe(day.map((n) => -n)),
      }),
      fc.record({ is: fc.constantFrom('holds' as const, 'lacks' as const), courseId: fc.constantFrom(...courses) }),
      fc.record({
        is: fc.constant('reports-to' as const),
        personId: fc.constantFrom(...people.slice(0, 12).map(({ id }) => id)),
      }),
    ),
  })).tree;

interface Found {
  n: number;
  startsOn: string;
  person: string;
  matched: boolean;
  next: string | null;
  facts: AudienceFacts;
}

/** Thirty predicates over everybody by one statement. */
async function ask(asked: AudiencePredicate[]): Promise<Found[]> {
  const params = new Params();
  const today = params.add(TODAY, 'date');
  const branches = asked.map(
    (predicate, n) => `
      select ${n} as n, e.id, e.person_id as person, e.starts_on::text as "startsOn",
        ${live(today)} and ${predicateSql(predicate, params, today)} as matched,
        (${nextChangeSql(predicate, params, today)})::text as next, ${factsSql(predicate, params, today)} as facts
      from engagement e join org o on o.id = e.organisation_id`,
  );
  return db.sql<Found>(`with recursive ${ORGANISATIONS} ${branches.join(' union all ')} order by n, id`, params.values);
}

beforeAll(async () => {
  db = await testDatabase();
  await makePeople(fc.sample(fc.nat({ max: 100_000 }), { numRuns: 2000, seed: 7 }));
}, 60_000);
afterAll(() => db.stop());

describe('an audience in SQL', () => {
  it('holds whom it holds in memory, and changes on the same day', async () => {
    const bunch = fc.array(predicates(), { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(bunch, async (asked) => {
        const found = new Map<string, Found[]>();
        for (const row of await ask(asked)) {
          const key = `${row.n} ${row.person}`;
          found.set(key, [...(found.get(key) ?? []), row]);
        }
        const differences = asked.flatMap((predicate, n) =>
          people.flatMap((person) => {
            const own = found.get(`${n} ${person.id}`) ?? [];
            const shown = own.map(({ matched, next, facts }) => [facts.startsOn, matched, next]).sort(byText);
            const meant = person.facts
              .map((facts) => [facts.startsOn, isInAudience(predicate, facts), nextChangeOn(predicate, facts)])
              .sort(byText);
            // What is kept with a reason is enough to find the same answer again.
            const again = own.filter((row) => isInAudience(predicate, row.facts) !== row.matched);
            const same = JSON.stringify(shown) === JSON.stringify(meant) && again.length === 0;
            return same ? [] : [{ predicate, shown, meant, again }];
          }),
        );
        expect(differences.slice(0, 2)).toEqual([]);
        expect(asked.flatMap(conditionsOf).length).toBeGreaterThanOrEqual(0);
        expect(asked.flatMap(managersReadBy).every((id) => people.some((person) => person.id === id))).toBe(true);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

const byText = (one: unknown, other: unknown): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
