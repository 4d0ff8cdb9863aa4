import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addDays,
  daysBetween,
  type StandingDates,
  type StandingFacts,
  standingDatesOf,
  standingFromDates,
  standingOf,
  STANDINGS,
} from '@lms/domain';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { standingDays } from '../../libs/api/reporting/src/matrix/standing-days.sql.js';
import { MIDDLE, storedHistories, WINDOWS } from '../../libs/domain/src/standing/histories.test.js';

const HISTORIES = 10_000;
/** Courses that one person has, so that what is of one course does not leak into another's. */
const A_PERSON = 8;
const AT_ONCE = 2500;
const DAYS = [-14, -9, -4, -1, 0, 1, 3, 8, 13].map((n) => addDays(MIDDLE, n));

type Row = Record<string, unknown>;

/** As totals read how people stand on $1. */
const TOTALLED = `
  with people as materialized (select id as person_id from person), ${standingDays({ counted: 'everything', counts: '' })}
  select d.person_id as person, (select array_agg(cell_standing(c) order by c) from unnest(w.cells) c) as standings,
    w.cells, d.late, d.sums
  from days d join (select k.person_id, k.cells from standing_kept k where k.on_day = $1 union all select person_id, cells from worked) w using (person_id) order by 1`;
const WORKED_OUT = `
  select person_id as person, (select array_agg(cell_standing(c) order by c) from unnest(cells) c) as standings, cells, late, sums
  from standing_days_of(array(select id from person), $1) order by 1`;

interface Totalled {
  person: string;
  standings: string[] | null;
  cells: number[];
  late: number[];
  sums: number[];
}

/**
 * One definition: ten thousand histories through the table over facts, through the dates, and through rows of which the
 * database's own triggers make the projection, each on several days.
 */
describe('a standing', () => {
  let db: TestDatabase;
  const courses: { id: string; versions: Map<number, string>; activity: string }[] = [];
  let histories: readonly StandingFacts[];
  let stored: readonly { person: string; course: string }[];

  beforeAll(async () => {
    db = await testDatabase();
    const make = new Factory(db);
    for (let n = 0; n < A_PERSON; n += 1) {
      const id = await make.course();
      const versions = new Map<number, string>();
      let activity = '';
      for (const [at, windowDays] of WINDOWS.entries()) {
        const version = await make.courseVersion({ courseId: id, number: at + 1 });
        await db.sql('update course_version set renewal_window_days = $2 where id = $1', [version, windowDays]);
        activity = uuid();
        await db.sql(
          `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', 'A')`,
          [activity, version],
        );
        await make.publish(version);
        if (at < WINDOWS.length - 1)
          await db.sql(`update course_version set state = 'retired' where id = $1`, [version]);
        versions.set(windowDays, version);
      }
      courses.push({ id, versions, activity });
    }
  });
  afterAll(() => db.stop());

  const insert = (table: string, rows: readonly Row[]): Promise<unknown> => {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    return db.sql(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  };

  it('is the same from facts, from dates, and from the database', async () => {
    histories = fc.sample(storedHistories, { numRuns: HISTORIES, seed: 20261130 });
    stored = await store(histories);
    const found = await Promise.all(
      DAYS.map((today) =>
        db.sql<{ standing: string | null }>(
          `select standing_on(s.*, $1) as standing
           from unnest($2::uuid[], $3::uuid[]) with ordinality k(person, course, n)
           left join standing_dates s on s.person_id = k.person and s.course_id = k.course order by k.n`,
          [today, stored.map(({ person }) => person), stored.map(({ course }) => course)],
        ),
      ),
    );
    const seen = new Map<string, number>();
    const differences = histories.flatMap((history, n) => {
      const dates = standingDatesOf(history);
      return DAYS.flatMap((today, d) => {
        const standing = standingOf(history, today);
        seen.set(standing, (seen.get(standing) ?? 0) + 1);
        // Without any fact there is no row.
        const inDatabase = found[d]?.[n]?.standing ?? 'not required';
        const fromDates = standingFromDates(dates, today);
        return standing === fromDates && standing === inDatabase
          ? []
          : [{ today, standing, fromDates, inDatabase, history: JSON.stringify(history) }];
      });
    });
    expect(differences.slice(0, 2)).toEqual([]);
    for (const standing of STANDINGS) expect([standing, (seen.get(standing) ?? 0) > 1000]).toEqual([standing, true]);
    const [check] = await db.sql<{ n: number }>(
      `select count(*)::int as n from ((table standing_dates except table standing_dates_now)
         union all (table standing_dates_now except table standing_dates)) x`,
    );
    expect(check?.n).toBe(0);
  });

  const keep = (today: string, everybody: boolean) =>
    db.sql<{ n: number }>('select keep_standing_days($1, $2, 100000) as n', [today, everybody]);
  const totalled = (today: string) => db.sql<Totalled>(TOTALLED, [today]);

  it('is the same in what totals add up, to the last person', async () => {
    for (const today of DAYS.filter((_, n) => n % 2 === 0)) {
      // As it is before anything is kept of the day, and then.
      const before = await totalled(today);
      await keep(today, true);
      expect(await db.sql('select from standing_touched')).toEqual([]);
      const found = await totalled(today);
      expect(before).toEqual(found);
      const expected = new Map<string, ReturnType<typeof placeOf>[]>();
      for (const [n, history] of histories.entries()) {
        const { person } = stored[n] ?? { person: '' };
        const dates = standingDatesOf(history);
        const standing = standingOf(history, today);
        const of = expected.get(person) ?? [];
        if (dates.required) of.push(placeOf(standing, today, dates));
        expected.set(person, of);
      }
      const differences = found.flatMap(({ person, standings, sums }) => {
        const of = expected.get(person) ?? [];
        const told = [[...(standings ?? [])].sort(), sums.slice(0, 7), sums.slice(7, 23), sums[23]];
        const right = [
          of.map(({ standing }) => standing).sort(),
          ...[counted(of, 'place', 7), counted(of, 'span', 16), of.filter(({ soon }) => soon).length],
        ];
        return JSON.stringify(told) === JSON.stringify(right) ? [] : [{ today, person, told, right }];
      });
      expect(differences.slice(0, 2)).toEqual([]);
      expect(found).toHaveLength(new Set(stored.map(({ person }) => person)).size);
    }
  });

  it('is counted anew when facts change, and is the same whoever works it out', async () => {
    await keep(MIDDLE, true);
    const before = await totalled(MIDDLE);
    const some = [...new Set(stored.map(({ person }) => person))].filter((_, n) => n % 5 === 0);
    await db.sql(
      `insert into ledger_entry (person_id, seq, hash_version, kind, recorded_at, revokes_seq, body, prev_hash, hash)
       select l.person_id, max(l.seq) + 1, 1, 'revocation', '2020-01-01T00:00:00Z', max(l.seq) filter (where l.kind = 'completion'),
         '{}', '\\x00', '\\x00'
       from ledger_entry l where l.person_id = any ($1) group by 1 having bool_or(l.kind = 'completion')`,
      [some],
    );
    await db.sql(`update exemption set ended_on = from_on - 1 where person_id = any ($1)`, [some.slice(0, 80)]);
    await db.sql(`update assignment set due_on = $2 where state = 'open' and person_id = any ($1)`, [
      some.slice(40),
      MIDDLE,
    ]);
    await db.sql(
      `update assignment set state = 'closed', closed_on = $2, closed_why = 'no-reason-left' where state = 'open' and person_id = any ($1)`,
      [some.slice(100, 200), MIDDLE],
    );
    const worked = await db.sql<Totalled>(WORKED_OUT, [MIDDLE]);
    expect(JSON.stringify(worked)).not.toBe(JSON.stringify(before));
    const [kept] = await db.sql<{ n: number }>('select count(*)::int as n from standing_kept');
    expect(kept?.n).toBeLessThan(before.length);
    expect(kept?.n).toBeGreaterThan(before.length / 2);
    expect(await totalled(MIDDLE)).toEqual(worked);
    await keep(MIDDLE, false);
    expect(await db.sql('select from standing_kept')).toHaveLength(before.length);
    expect(await totalled(MIDDLE)).toEqual(worked);
  });

  it('is kept by one at a time, and what changes meanwhile stays on the list', async () => {
    await keep(MIDDLE, true);
    const { person } = stored[0] ?? { person: '' };
    const touch = `update standing_dates set valid_until = coalesce(valid_until, '2028-01-01') + 1, required = true where person_id = $1`;
    const client = new Client({ connectionString: db.ownerUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(touch, [person]);
      // Not yet committed: nobody knows of it.
      expect(await keep(MIDDLE, false)).toEqual([{ n: 0 }]);
      await client.query('commit');
      await client.query('begin');
      expect((await client.query(`select keep_standing_days('${MIDDLE}', false, 10) as n`)).rows).toEqual([{ n: 1 }]);
      expect(await keep(MIDDLE, true)).toEqual([{ n: 0 }]);
      await db.sql(touch, [person]);
      await client.query('commit');
      expect(await db.sql('select from standing_kept where person_id = $1', [person])).toEqual([]);
      expect(await totalled(MIDDLE)).toEqual(await db.sql(WORKED_OUT, [MIDDLE]));
      expect(await keep(MIDDLE, false)).toEqual([{ n: 1 }]);
    } finally {
      await client.end();
    }
  });

  /** Facts as rows, through every trigger; in an order in which nothing closes or opens anything else. */
  async function store(histories: readonly StandingFacts[]): Promise<{ person: string; course: string }[]> {
    const people = Array.from({ length: Math.ceil(histories.length / A_PERSON) }, () => uuid());
    await insert(
      'person',
      people.map((id) => ({ id, version: 1, given_name: 'A', family_name: 'B', created_at: '2028-01-01T00:00:00Z' })),
    );
    const placed = histories.map((facts, n) => {
      const person = people[Math.floor(n / A_PERSON)] ?? '';
      const course = courses[n % A_PERSON];
      if (!course) throw new Error('No course');
      return { facts, person, course };
    });
    const seqs = new Map<string, number>();
    const entries: Row[] = [];
    const attempts: Row[] = [];
    const assignments: Row[] = [];
    const exemptions: Row[] = [];
    const next = (person: string): number => {
      const seq = (seqs.get(person) ?? 0) + 1;
      seqs.set(person, seq);
      return seq;
    };
    for (const { facts, person, course } of placed) {
      const at = new Map<number, number>();
      for (const c of facts.completions) {
        const seq = next(person);
        at.set(c.seq, seq);
        entries.push(
          entry(person, seq, {
            kind: 'completion',
            course_id: course.id,
            course_version_id: course.versions.get(c.windowDays),
            completed_on: c.completedOn,
            valid_until: c.validUntil,
            source: 'manual',
            source_id: uuid(),
          }),
        );
      }
      for (const r of facts.revocations) {
        entries.push(entry(person, next(person), { kind: 'revocation', revokes_seq: at.get(r.entry) }));
      }
      for (const [n, { startedOn }] of facts.openAttempts.entries()) {
        attempts.push({
          id: uuid(),
          person_id: person,
          activity_id: course.activity,
          course_version_id: course.versions.get(WINDOWS.at(-1) ?? 0),
          course_id: course.id,
          number: n + 1,
          // Done, but not yet a completion, counts as open too.
          state: n === facts.openAttempts.length - 1 ? 'open' : 'done',
          started_at: `${startedOn}T12:00:00Z`,
          updated_at: `${startedOn}T12:00:00Z`,
        });
      }
      for (const c of facts.cycles) {
        assignments.push({
          id: uuid(),
          person_id: person,
          course_id: course.id,
          cycle: c.cycle,
          due_on: c.dueOn,
          opens_on: c.opensOn,
          follows_on: c.renewal ? MIDDLE : null,
          state: c.closed === null ? 'open' : 'closed',
          closed_on: c.closed === null ? null : MIDDLE,
          closed_why: c.closed === null ? null : c.closed === 'fulfilled' ? 'completed' : 'no-reason-left',
          created_at: '2028-01-01T00:00:00Z',
        });
      }
      for (const x of facts.exemptions) {
        exemptions.push({
          id: uuid(),
          version: 1,
          person_id: person,
          course_id: course.id,
          from_on: x.from,
          to_on: x.to,
          reason: 'r',
          state: 'approved',
          asked_by: person,
          asked_at: '2028-01-01T00:00:00Z',
          decided_by: people[0] === person ? people[1] : people[0],
          decision: '',
        });
      }
    }
    for (const [table, rows] of Object.entries({
      ledger_entry: entries,
      attempt: attempts,
      assignment: assignments,
      exemption: exemptions,
    })) {
      for (let from = 0; from < rows.length; from += AT_ONCE) await insert(table, rows.slice(from, from + AT_ONCE));
    }
    return placed.map(({ person, course }) => ({ person, course: course.id }));
  }
});

const PLACES = ['overdue', 'expired', 'expiring', 'valid', 'in progress', 'not started', 'exempt'];

/**
 * Where one standing is counted: among the standings, in which span of days late or of months until it ends, if any, and
 * whether the day that matters is soon.
 */
function placeOf(standing: string, today: string, { dueOn, validUntil, exemptions }: StandingDates) {
  const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const place = PLACES.indexOf(standing) + 1;
  const until = exemptions.find(({ from, to }) => from <= today && today <= to)?.to ?? null;
  const day = ['overdue', 'in progress', 'not started'].includes(standing)
    ? dueOn
    : standing === 'exempt'
      ? until
      : validUntil;
  const soon = day !== null && day >= today && day <= addDays(today, 30);
  const at = { standing, place, soon };
  if (day === null || place > 4) return { ...at, span: 0 };
  if (place > 2) {
    const ahead = month(day) - month(today);
    return { ...at, span: ahead < 12 ? ahead + 5 : 0 };
  }
  const late = daysBetween(day, today);
  return { ...at, span: late <= 7 ? 1 : late <= 30 ? 2 : late <= 90 ? 3 : 4 };
}

const counted = (of: readonly { place: number; span: number }[], by: 'place' | 'span', most: number): number[] =>
  Array.from({ length: most }, (_, n) => of.filter((one) => one[by] === n + 1).length);

/** The chain is not what this is about: the facts alone are. */
const entry = (person: string, seq: number, of: Row): Row => ({
  person_id: person,
  seq,
  hash_version: 1,
  kind: null,
  recorded_at: '2020-01-01T00:00:00Z',
  course_id: null,
  course_version_id: null,
  completed_on: null,
  valid_until: null,
  source: null,
  source_id: null,
  revokes_seq: null,
  body: '{}',
  prev_hash: '\\x00',
  hash: '\\x00',
  ...of,
});
