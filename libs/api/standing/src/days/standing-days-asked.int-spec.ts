import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { v7 as uuid } from 'uuid';

const TODAY = '2026-11-30';
const AT = '2026-01-05T09:00:00Z';

/** What two employers of one person are told: each of what its own reasons ask for, kept or not. */
describe('how people stand in what some engagements ask for', () => {
  let db: TestDatabase;
  let person: string;
  const engagements: string[] = [];
  const courses: string[] = [];
  const reasons: string[] = [];

  beforeAll(async () => {
    db = await testDatabase();
    const make = new Factory(db);
    person = await make.person();
    for (const name of ['Dunmarsh', 'Larkstone']) {
      const organisationId = await make.organisation({ name });
      engagements.push(await make.engagement({ personId: person, organisationId }));
    }
    const path = await make.course();
    const version = await make.courseVersion({ courseId: path });
    await db.sql(`insert into assignment_rule (id, name, owner_id, created_at) values ($1, 'All', $2, $3)`, [
      version,
      person,
      AT,
    ]);
    await db.sql(
      `insert into rule_version (id, rule_id, number, state, predicate, course_id, due, effective_on, created_by, created_at)
       values ($1, $1, 1, 'draft', '{"is": "all", "of": []}', $2, '{}', '2026-01-05', $3, $4)`,
      [version, path, person, AT],
    );
    // Two that the first asks for, one that both do, one that nobody does.
    for (const asking of [[0], [0], [0, 1], []]) {
      const course = await make.course();
      const assignment = uuid();
      courses.push(course);
      await db.sql(
        `insert into assignment (id, person_id, course_id, due_on, created_at) values ($1, $2, $3, '2026-11-01', $4)`,
        [assignment, person, course, AT],
      );
      for (const by of asking) {
        reasons.push(uuid());
        await db.sql(
          `insert into assignment_reason (id, assignment_id, kind, since, engagement_id, rule_version_id, facts)
           values ($1, $2, 'rule', $3, $4, $5, '{}')`,
          [reasons.at(-1), assignment, AT, engagements[by], version],
        );
      }
    }
  });
  afterAll(() => db.stop());

  /** Places of the courses that are told, from 0 in the order above, and how many are overdue. */
  const told = async (...by: number[]) => {
    const rows = await db.sql<{ course: string; overdue: number }>(
      `select k.course_id as course, d.sums[1] as overdue
       from standing_days_asked(array[$1::uuid], $2, $3) d cross join lateral unnest(d.cells) c
       join course_place k on k.place = c >> 8 order by k.place`,
      [person, by.map((n) => engagements[n]), TODAY],
    );
    expect(rows.every(({ overdue }) => overdue === rows.length)).toBe(true);
    return rows.map(({ course }) => courses.indexOf(course));
  };
  const all = async () => [await told(0), await told(1), await told(0, 1), await told()];
  const keep = () => db.sql('select keep_standing_days($1, true, 100)', [TODAY]);

  it('is what each of them asks for, and together what any of them does', async () => {
    const expected = [[0, 1, 2], [2], [0, 1, 2], []];
    expect(await all()).toEqual(expected);
    await keep();
    expect(await all()).toEqual(expected);
  });

  it('is another as soon as a reason ends or hangs on another engagement, though no date changes', async () => {
    const change = async (set: string, reason: number, expected: number[][]) => {
      await keep();
      await db.sql(`update assignment_reason set ${set} where id = $1`, [reasons[reason]]);
      expect(await all()).toEqual(expected);
      await keep();
      expect(await all()).toEqual(expected);
    };
    await change(`ended_at = '2026-02-01', ended_why = 'rule-ended'`, 2, [[0, 1], [2], [0, 1, 2], []]);
    await change(`engagement_id = '${engagements[1]}'`, 1, [[0], [1, 2], [0, 1, 2], []]);
    await change(`ended_at = null, ended_why = null`, 2, [[0, 2], [1, 2], [0, 1, 2], []]);
  });
});
