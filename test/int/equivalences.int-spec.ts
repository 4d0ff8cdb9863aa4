import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CountedFact,
  type CountedYield,
  endedFrom,
  type EquivalenceTerms,
  takenBackWith,
  yieldsOf,
} from '@lms/domain';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { COURSES, day, facts, MONTHS, own, terms } from '../../libs/domain/src/equivalence/equivalences.test.js';

const SETS = 50;
const PEOPLE = 50;
/** So many of each set go through every trigger of the record; the others only through those that this is about. */
const WHOLE = 3;
const AT = '2026-11-30T09:00:00Z';

type Row = Record<string, unknown>;
interface World {
  n: number;
  all: readonly EquivalenceTerms[];
  /** Of the first so many: in force from the beginning; the others come later, to people who are there already. */
  early: number;
  /** What happens to the first one at last. */
  end: 'stays' | 'prospective' | 'retroactive';
  lastDay: string;
  courses: Map<string, { id: string; version: string }>;
  versions: Map<string, string>;
  equivalences: Map<string, string>;
  terms: Map<string, EquivalenceTerms>;
}
interface History {
  world: World;
  person: string;
  facts: readonly CountedFact[];
  /** Facts that are taken back, by their number: before the later equivalences come, or after. */
  gone: readonly { at: number; late: boolean }[];
  entries: Map<string, { seq: number } | { award: string }>;
  standing: Map<string, CountedFact>;
  given: Map<string, CountedYield>;
}

describe('what counts through equivalences', () => {
  let db: TestDatabase;
  let make: Factory;
  let owner: string;

  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
    owner = await make.person();
  });
  afterAll(() => db.stop());

  it('is the same in the database and in the domain, whatever comes first', async () => {
    const worlds = await Promise.all(
      fc
        .sample(
          fc.tuple(terms, fc.nat(5), fc.constantFrom<World['end'][]>('stays', 'prospective', 'retroactive'), day),
          {
            numRuns: SETS,
            seed: 20261130,
          },
        )
        .map(([all, early, end, lastDay], n) => world(n, all, early, end, lastDay)),
    );
    const given = fc.sample(
      fc.tuple(facts, fc.array(fc.record({ at: fc.nat(3), late: fc.boolean() }), { maxLength: 2 })),
      { numRuns: SETS * PEOPLE, seed: 20261201 },
    );
    const histories = given.map(([list, gone], n): History => {
      const of = worlds[n % SETS];
      if (!of) throw new Error('No world');
      const entries = new Map();
      return { world: of, person: uuid(), facts: list, gone, entries, standing: new Map(), given: new Map() };
    });
    await db.sql(
      `insert into person (id, given_name, family_name, created_at) select p, 'A', 'B', $2 from unnest($1::uuid[]) p`,
      [histories.map(({ person }) => person), AT],
    );

    const whole = histories.slice(0, SETS * WHOLE);
    const others = histories.slice(SETS * WHOLE);
    await play(whole);
    const [check] = await db.sql<{ n: number }>(
      `select count(*)::int as n from ((table standing_dates except table standing_dates_now)
         union all (table standing_dates_now except table standing_dates)) x`,
    );
    expect(check?.n).toBe(0);
    for (const trigger of [
      'fulfils',
      'standing',
      'standing_revoked',
      'standing_settles',
      'standing_unsettles',
      'reopens',
      'certificate',
      'tells_rules',
    ])
      await db.sql(`alter table ledger_entry disable trigger ledger_entry_${trigger}`);
    await reset(worlds);
    await play(others);
    await agree(histories);
  }, 120_000);

  async function world(
    n: number,
    all: readonly EquivalenceTerms[],
    early: number,
    end: World['end'],
    lastDay: string,
  ): Promise<World> {
    const courses = new Map<string, { id: string; version: string }>();
    for (const course of COURSES) {
      const id = await make.course({ code: `W${n}-${course}` });
      const months = MONTHS[course];
      const version = await make.courseVersion({ courseId: id, ...(months ? { validityMonths: months } : {}) });
      await db.sql(`update course_version set renewal_anchor = 'completion' where id = $1`, [version]);
      await make.publish(version);
      courses.set(course, { id, version });
    }
    const [card] = await db.sql<{ id: string }>(
      `insert into outside_qualification (id, kind, issuer, title, created_at) values (gen_random_uuid(), 'card', 'CITB', $1, $2) returning id`,
      [`Card ${n}`, AT],
    );
    const made: World = {
      n,
      all,
      early,
      end,
      lastDay,
      courses,
      versions: new Map(),
      equivalences: new Map(),
      terms: new Map(),
    };
    for (const one of all) {
      const [equivalence, version] = [uuid(), uuid()];
      const source = courses.get(one.source)?.id ?? null;
      await db.sql(
        `insert into equivalence (id, course_id, source_course_id, qualification_id, owner_id, created_at) values ($1, $2, $3, $4, $5, $6)`,
        [equivalence, courses.get(one.target)?.id, source, source ? null : card?.id, owner, AT],
      );
      const remainder = courses.get(one.remainder ?? '')?.id ?? null;
      await db.sql(
        `insert into equivalence_version (id, equivalence_id, number, kind, remainder_course_id, from_on, to_on, limit_months, reason, created_by, created_at)
         values ($1, $2, 1, $3, $4, $5, $6, $7, 'Because', $8, $9)`,
        [version, equivalence, remainder ? 'top-up' : 'full', remainder, one.from, one.to, one.limitMonths, owner, AT],
      );
      await db.sql(
        `insert into equivalence_reads (course_id, equivalence_version_id) select c, $1 from unnest($2::uuid[]) c where c is not null`,
        [version, [source, remainder]],
      );
      made.versions.set(one.id, version);
      made.equivalences.set(one.id, equivalence);
    }
    await reset([made]);
    return made;
  }

  /** In force: those that are from the beginning, and no others. */
  async function reset(worlds: readonly World[]): Promise<void> {
    await db.sql('alter table equivalence_version disable trigger equivalence_version_keep');
    for (const one of worlds) {
      one.terms = new Map(one.all.slice(0, one.early).map((each) => [each.id, each]));
      await db.sql(
        `update equivalence_version v set state = case when v.id = any ($2) then 'active' else 'ended' end, applied_by = $3, to_on = d.on
         from unnest($1::uuid[], $4::date[]) d(id, "on") where v.id = d.id`,
        [
          one.all.map(({ id }) => one.versions.get(id)),
          [...one.terms.keys()].map((id) => one.versions.get(id)),
          owner,
          one.all.map(({ to }) => to),
        ],
      );
    }
  }

  async function play(histories: readonly History[]): Promise<void> {
    const worlds = new Set(histories.map((one) => one.world));
    const happens = async (take: (one: History) => CountedFact | undefined): Promise<void> => {
      await add(histories.flatMap((one) => [one].map(take).flatMap((fact) => (fact ? [{ one, fact }] : []))));
    };
    await happens(({ facts: list }) => list[0]);
    await happens(({ facts: list }) => list[1]);
    await takeBack(histories, false);
    // What comes into force later counts for people who are there already.
    for (const each of worlds) for (const one of each.all) each.terms.set(one.id, one);
    await db.sql(`update equivalence_version set state = 'active', applied_by = $2 where id = any ($1)`, [
      [...worlds].flatMap(({ versions }) => [...versions.values()]),
      owner,
    ]);
    for (const each of worlds) {
      const people = histories.filter((one) => one.world === each);
      await db.sql('select count_equivalences($1, $2, $3)', [
        each.all.slice(each.early).map(({ id }) => each.versions.get(id)),
        people.map(({ person }) => person),
        AT,
      ]);
    }
    for (const one of histories) settle(one);
    await happens(({ facts: list }) => list[2]);
    await takeBack(histories, true);
    await end(histories);
    await happens(({ facts: list }) => list[3]);
  }

  /** What follows now, beside what was given before. */
  function settle(one: History): void {
    for (let more = true; more;) {
      const found = yieldsOf([...one.world.terms.values()], [...one.standing.values(), ...one.given.values()], own);
      const next = found.filter(({ key }) => !one.given.has(key));
      for (const each of next) one.given.set(each.key, each);
      more = next.length > 0;
    }
  }

  function lose(one: History, gone: readonly string[]): void {
    for (const key of takenBackWith([...one.given.values()], gone)) {
      one.given.delete(key);
      one.standing.delete(key);
    }
  }

  async function add(list: readonly { one: History; fact: CountedFact }[]): Promise<void> {
    const rows = list.map(({ one, fact }): Row => {
      const course = one.world.courses.get(fact.of);
      return {
        person: one.person,
        course: course?.id ?? null,
        version: course?.version,
        on: fact.on,
        until: fact.until,
        key: `${one.person} ${fact.key}`,
      };
    });
    const made = await db.sql<{ seq: number }>(
      `select append_completion(r.person, r.course, r.version, r."on", r.until, 'manual', gen_random_uuid(), '{}', $2) as seq
       from jsonb_to_recordset($1) r(person uuid, course uuid, version uuid, "on" date, until date) where r.course is not null`,
      [JSON.stringify(rows), AT],
    );
    const cards = list.filter(({ fact }) => fact.of === 'card');
    const awards = await db.sql<{ id: string }>('select award_id as id from record_outside($1, $2, $3) order by n', [
      JSON.stringify(
        cards.map(({ one, fact }) => ({
          personId: one.person,
          kind: 'card',
          issuer: 'CITB',
          title: `Card ${one.world.n}`,
          awardedOn: fact.on,
          expiresOn: fact.until,
          key: `${one.person} ${fact.key}`,
        })),
      ),
      owner,
      AT,
    ]);
    let [c, a] = [0, 0];
    for (const { one, fact } of list) {
      if (fact.of === 'card') {
        // The same card of the same day is there already.
        const award = awards[a++]?.id ?? '';
        const twice = [...one.entries.values()].some((entry) => 'award' in entry && entry.award === award);
        if (twice) continue;
        one.entries.set(fact.key, { award });
      } else one.entries.set(fact.key, { seq: made[c++]?.seq ?? 0 });
      one.standing.set(fact.key, fact);
      settle(one);
    }
  }

  async function takeBack(histories: readonly History[], late: boolean): Promise<void> {
    const seqs: Row[] = [];
    const awards: string[] = [];
    for (const one of histories) {
      for (const { at, late: when } of one.gone) {
        const key = one.facts[at]?.key ?? '';
        const entry = one.entries.get(key);
        if (when !== late || !entry || !one.standing.has(key)) continue;
        if ('seq' in entry) seqs.push({ person: one.person, seq: entry.seq });
        else awards.push(entry.award);
        lose(one, [key]);
      }
    }
    await db.sql(
      `select revoke_completion(r.person, r.seq, 'not-done', '{}', $2) from jsonb_to_recordset($1) r(person uuid, seq int)`,
      [JSON.stringify(seqs), AT],
    );
    await db.sql(`select take_back_award(a, 'not-genuine', '', $2, $3) from unnest($1::uuid[]) a`, [awards, owner, AT]);
  }

  async function end(histories: readonly History[]): Promise<void> {
    for (const each of new Set(histories.map((one) => one.world))) {
      const [first] = each.all;
      if (!first || each.end === 'stays') continue;
      const people = histories.filter((one) => one.world === each);
      if (each.end === 'prospective') {
        each.terms.set(first.id, endedFrom(first, each.lastDay));
        await db.sql('update equivalence_version set to_on = least(to_on, $2::date) where id = $1', [
          each.versions.get(first.id),
          each.lastDay,
        ]);
        continue;
      }
      each.terms.delete(first.id);
      await db.sql(`update equivalence_version set state = 'ended' where id = $1`, [each.versions.get(first.id)]);
      await db.sql(
        `select take_back_counted(array(select id from counted_through where equivalence_id = $1 and person_id = any ($2)),
           'equivalence-withdrawn', '{}', $3)`,
        [each.equivalences.get(first.id), people.map(({ person }) => person), AT],
      );
      for (const one of people)
        lose(
          one,
          [...one.given.values()].filter(({ by }) => by === first.id).map(({ key }) => key),
        );
    }
  }

  async function agree(histories: readonly History[]): Promise<void> {
    const rows = await db.sql<{ person: string; found: string[] }>(
      `select l.person_id as person, array_agg(concat_ws(' ', l.course_id, l.completed_on, coalesce(l.valid_until::text, 'for life'),
         array_to_string(c.path, ','))) as found
       from ledger_entry l join counted_through c on c.id = l.source_id
       where l.source = 'equivalence' and not is_revoked(l.person_id, l.seq) group by l.person_id`,
    );
    const found = new Map(rows.map((row) => [row.person, row.found.toSorted()]));
    let [counted, ways] = [0, 0];
    const differing = histories.flatMap((one) => {
      const id = (course: string) => one.world.courses.get(course)?.id ?? '';
      const wanted = [...one.given.values()]
        .map(({ of, on, until, behind }) => `${id(of)} ${on} ${until ?? 'for life'} ${behind.map(id).join(',')}`)
        .toSorted();
      counted += wanted.length;
      ways += [...one.given.values()].filter(({ source }) => one.given.has(source)).length;
      const inDatabase = found.get(one.person) ?? [];
      return JSON.stringify(inDatabase) === JSON.stringify(wanted)
        ? []
        : [{ wanted, inDatabase, all: one.world.all, end: one.world.end, facts: one.facts, gone: one.gone }];
    });
    expect(differing.slice(0, 2)).toEqual([]);
    // Not empty by luck: many that count, and many that count over more than one step.
    expect([counted > histories.length / 2, ways > histories.length / 10]).toEqual([true, true]);
  }
});
