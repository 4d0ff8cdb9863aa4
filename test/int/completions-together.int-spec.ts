import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { checkRecords } from '../../libs/api/records/src/check/check-records.js';
import { checkStanding } from '../../libs/api/standing/src/check/check-standing.js';

const AT = '2026-11-23T09:00:00Z';
const TODAY = '2026-11-23';
const SHA = 'a'.repeat(64);
const MONTHS = [12, null, 6];
const PEOPLE = 3;
const REASONS = { asked: 'person', renewal: 'person', wished: 'self', ruled: 'rule' };

const history = fc.record({
  /** What each person owes of each course, and who asks. */
  owed: fc.array(
    fc.constantFrom('nothing' as const, 'asked' as const, 'wished' as const, 'renewal' as const, 'ruled' as const),
    {
      minLength: PEOPLE * MONTHS.length,
      maxLength: PEOPLE * MONTHS.length,
    },
  ),
  away: fc.array(fc.boolean(), { minLength: PEOPLE, maxLength: PEOPLE }),
  completions: fc.array(
    fc.record({
      person: fc.nat({ max: PEOPLE - 1 }),
      course: fc.nat({ max: MONTHS.length - 1 }),
      daysAgo: fc.constantFrom(0, 3, 200, 500),
      note: fc.option(fc.constantFrom('seen', 'Zoë', '')),
      /** Of a source that another one of them can have too. */
      source: fc.nat({ max: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

describe('completions that arrive together', () => {
  let db: TestDatabase;
  let make: Factory;
  let client: Client;
  let courses: { id: string; version: string; rule: string }[];

  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
    client = new Client({ connectionString: db.ownerUrl });
    await client.connect();
    courses = await Promise.all(
      MONTHS.map(async (months) => {
        const id = await make.course();
        const version = await make.courseVersion({ courseId: id });
        await db.sql('update course_version set validity_months = $2 where id = $1', [version, months]);
        await make.publish(version);
        return { id, version, rule: await ruleFor(id) };
      }),
    );
  });
  afterAll(async () => {
    await client.end();
    await db.stop();
  });

  /** A version of a rule that asks for a course as often as the course says. */
  const ruleFor = async (course: string): Promise<string> => {
    const [rule, owner] = [uuid(), await make.person()];
    await db.sql(`insert into assignment_rule (id, name, owner_id, created_at) values ($1, $3, $2, '2026-01-01')`, [
      rule,
      owner,
      `For ${course}`,
    ]);
    await db.sql(
      `insert into rule_version (id, rule_id, number, state, predicate, course_id, due, recurrence, effective_on, created_by, created_at)
       values ($1, $1, 1, 'draft', '{"is": "all", "of": []}', $2, '{}', '{"kind": "course"}', '2026-01-01', $3, '2026-01-01')`,
      [rule, course, owner],
    );
    return rule;
  };

  /** Every chain holds, and the projection is what the facts say. */
  const expectWhole = async (): Promise<void> => {
    await client.query('begin');
    expect((await checkRecords(client)).broken).toEqual([]);
    const { named, daysNamed } = await checkStanding(client);
    expect({ named, daysNamed }).toEqual({ named: [], daysNamed: [] });
    await client.query('commit');
    // What no key of their own says: an acknowledgement is of the attempt's person, a certificate of an entry that stands.
    expect(
      await db.sql(
        'select from acknowledgement k join attempt t on t.id = k.attempt_id where t.person_id <> k.person_id',
      ),
    ).toEqual([]);
    expect(
      await db.sql(`select from certificate c left join ledger_entry l on l.person_id = c.person_id and l.seq = c.seq
        where l.kind is distinct from 'completion'`),
    ).toEqual([]);
  };

  /** People who owe what is told. */
  const peopleWith = async ({ owed, away }: History): Promise<string[]> => {
    const people: string[] = [];
    for (let p = 0; p < PEOPLE; p += 1) {
      const person = await make.person();
      const engagement = await make.engagement({ personId: person, organisationId: await make.organisation() });
      if (away[p]) {
        await db.sql(
          `insert into leave_of_absence (id, engagement_id, from_on, to_on, entered_by, entered_at) values ($1, $2, '2026-12-01', '2027-01-31', $3, $4)`,
          [uuid(), engagement, person, AT],
        );
      }
      for (const [c, course] of courses.entries()) {
        const what = owed[p * courses.length + c];
        if (what === 'nothing') continue;
        const request = uuid();
        const assignment = uuid();
        await db.sql(
          `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at) values ($1, $2, 'w', '{}', 'given', $3, '2026-01-01')`,
          [request, course.id, person],
        );
        await db.sql(
          `insert into assignment (id, person_id, course_id, due_on, opens_on, follows_on, created_at) values ($1, $2, $3, '2026-12-31', '2026-01-01', $4, '2026-01-01')`,
          [assignment, person, course.id, what === 'renewal' ? '2026-08-01' : null],
        );
        await db.sql(
          `insert into assignment_reason (id, assignment_id, kind, request_id, engagement_id, rule_version_id, facts, due_on, opens_on, since)
           select $1, $2, k.kind, case when k.kind = 'person' then $4::uuid end, case when k.kind = 'rule' then $5::uuid end,
             case when k.kind = 'rule' then $6::uuid end, case when k.kind = 'rule' then '{}'::jsonb end, '2026-12-31', '2026-01-01', '2026-01-01'
           from (select $3 as kind) k`,
          [uuid(), assignment, REASONS[what ?? 'asked'], request, engagement, course.rule],
        );
      }
      people.push(person);
    }
    return people;
  };

  /** Everything that follows from completions, without the names that are made up anew each time. */
  const whatFollows = async (people: readonly string[]): Promise<unknown> =>
    Promise.all(
      people.map(async (person) => {
        const rows = (text: string) => db.sql(text, [person]);
        return {
          chain: await rows(
            `select seq, kind, course_id, completed_on::text, valid_until::text, (select array_agg(f.field || f.value order by f.field)
               from ledger_private f where f.person_id = l.person_id and f.seq = l.seq) as private,
               exists (select from certificate c where c.person_id = l.person_id and c.seq = l.seq) as certified
             from ledger_entry l where person_id = $1 order by seq`,
          ),
          owed: await rows(
            `select course_id, cycle, state, closed_on::text, closed_why, due_on::text, opens_on::text, follows_on::text,
               (select count(*) from row_history h where h.entity = 'assignment' and h.entity_id = a.id)::int as past
             from assignment a where person_id = $1 order by course_id, cycle`,
          ),
          reasons: await rows(
            `select a.course_id, a.cycle, r.kind, r.due_on::text, r.opens_on::text, r.ended_why,
               (select count(*) from row_history h where h.entity = 'assignment reason' and h.entity_id = r.id)::int as past
             from assignment_reason r join assignment a on a.id = r.assignment_id where a.person_id = $1 order by 1, 2, 3`,
          ),
          standing: await rows(
            `select (to_jsonb(s) - 'person_id') as dates from standing_dates s where person_id = $1 order by course_id`,
          ),
        };
      }),
    );

  const rowOf = (people: readonly string[], sources: readonly string[], c: History['completions'][number], at = 0) => {
    const on = new Date(Date.parse(AT) - c.daysAgo * 86_400_000).toISOString().slice(0, 10);
    const { id, version } = courses[c.course]!;
    return { person: people[c.person], course: id, version, on, source: sources[c.source], note: c.note, at };
  };
  const ONE = `(r.person, r.course, r.version, r."on", valid_until(r."on", (select v.validity_months from course_version v where v.id = r.version)),
    'manual', r.source, case when r.note is null then '{}' else jsonb_build_object('note', r.note) end)::new_completion`;
  const ROWS =
    'jsonb_to_recordset($1) r(person uuid, course uuid, version uuid, "on" date, source uuid, note text, at int)';

  it('leave what the same ones leave one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (given) => {
        const [these, those] = [await peopleWith(given), await peopleWith(given)];
        const sources = Array.from({ length: 5 }, () => uuid());
        await db.sql('select keep_standing_days($1, true, 1000)', [TODAY]);
        const together = await db.sql<{ seq: number[] }>(
          `select append_completions((select array_agg(${ONE} order by at) from ${ROWS}), $2) as seq`,
          [JSON.stringify(given.completions.map((c, at) => rowOf(these, sources, c, at))), AT],
        );
        const alone: (number | null)[] = [];
        for (const completion of given.completions) {
          const [row] = await db.sql<{ seq: number[] }>(
            `select append_completions((select array_agg(${ONE}) from ${ROWS}), $2) as seq`,
            [JSON.stringify([rowOf(those, sources, completion)]), AT],
          );
          alone.push(row?.seq[0] ?? null);
        }
        expect(together[0]?.seq).toEqual(alone);
        expect(await whatFollows(these)).toEqual(await whatFollows(those));
        // Also what is kept of the day, of whom it is kept still.
        await expectWhole();
      }),
      { numRuns: 25 },
    );
  });

  it('are of a version of their course', async () => {
    const [one, other] = courses as [(typeof courses)[number], (typeof courses)[number]];
    await expect(
      db.sql(`select append_completion($1, $2, $3, $4, null, 'manual', $5, '{}', $6)`, [
        await make.person(),
        one.id,
        other.version,
        TODAY,
        uuid(),
        AT,
      ]),
    ).rejects.toThrow('ledger_entry_version_fkey');
  });

  describe('by documents that are acknowledged', () => {
    const document = async (course: string, activities: number): Promise<{ version: string; activities: string[] }> => {
      const version = await make.courseVersion({ courseId: course });
      const ids = Array.from({ length: activities }, () => uuid());
      for (const [at, id] of ids.entries()) {
        await db.sql(
          `insert into activity (id, course_version_id, lineage_id, position, kind, title, file_sha256, media_type, file_name)
           values ($1, $2, $1, $3, 'document', 'Read', $4, 'application/pdf', 'read.pdf')`,
          [id, version, at + 1, SHA],
        );
      }
      await make.publish(version);
      return { version, activities: ids };
    };
    const begun = async (person: string, course: string, version: string, activity: string): Promise<string> => {
      const id = uuid();
      await db.sql(
        `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at)
         values ($1, $2, $3, $4, $5, 1, '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z')`,
        [id, person, activity, version, course],
      );
      return id;
    };
    const acknowledge = async (given: [attempt: string, person: string, sha256?: string][]): Promise<unknown> =>
      (
        await db.sql<{ answers: (boolean | null)[] }>(
          'select acknowledge_documents($1, $2, $3, $4, $5, $6) as answers',
          [
            given.map(([attempt]) => attempt),
            given.map(([, person]) => person),
            given.map(([, , sha256]) => sha256 ?? SHA),
            given.map(() => 'Aisha Karim'),
            AT,
            TODAY,
          ],
        )
      )[0]?.answers;

    it('answers each as if it were alone', async () => {
      const course = await make.course();
      const { version, activities } = await document(course, 2);
      const [aisha, tom, ines] = [await make.person(), await make.person(), await make.person()];
      const [first, second] = activities as [string, string];
      const a1 = await begun(aisha, course, version, first);
      const a2 = await begun(aisha, course, version, second);
      const t1 = await begun(tom, course, version, first);
      const i1 = await begun(ines, course, version, first);
      expect(
        await acknowledge([
          [t1, aisha],
          [i1, ines, 'b'.repeat(64)],
          [a1, aisha],
          [a2, aisha],
          [a2, aisha],
          [uuid(), aisha],
        ]),
      ).toEqual([null, null, expect.any(Boolean), expect.any(Boolean), false, null]);
      expect(await acknowledge([[t1, tom]])).toEqual([false]);
      expect(await acknowledge([[a2, aisha]])).toEqual([false]);
      const entries = await db.sql('select person_id from ledger_entry where course_id = $1', [course]);
      expect(entries).toEqual([{ person_id: aisha }]);
      const events = await db.sql(
        `select person_id from outbox_event where type = 'course.completed' and payload ->> 'courseId' = $1`,
        [course],
      );
      expect(events).toEqual([{ person_id: aisha }]);
      const kept = await db.sql('select attempt_id from acknowledgement where attempt_id = any ($1)', [
        [a1, a2, t1, i1],
      ]);
      expect(kept.map(({ attempt_id }) => attempt_id).sort()).toEqual([a1, a2, t1].sort());
    });

    it('several courses of one person stand in order on the chain', async () => {
      const person = await make.person();
      const attempts: string[] = [];
      for (let n = 0; n < 5; n += 1) {
        const course = await make.course();
        const { version, activities } = await document(course, 1);
        attempts.push(await begun(person, course, version, activities[0]!));
      }
      expect(await acknowledge(attempts.map((attempt) => [attempt, person]))).toEqual([true, true, true, true, true]);
      const chain = await db.sql<{ seq: number }>('select seq from ledger_entry where person_id = $1 order by seq', [
        person,
      ]);
      expect(chain.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
      await expectWhole();
    });
  });
});
