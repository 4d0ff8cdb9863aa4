import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { checkStanding } from './check-standing.js';

describe('checkStanding', () => {
  let db: TestDatabase;
  let client: Client;
  let person: string;

  beforeAll(async () => {
    db = await testDatabase();
    const make = new Factory(db);
    person = await make.person({ givenName: 'Aisha', familyName: 'Karim' });
    for (const code of ['A-1', 'A-2']) {
      const course = await make.course({ code });
      const version = await make.courseVersion({ courseId: course });
      await db.sql(
        `select append_completion($1, $2, $3, '2026-01-10', '2027-01-09', 'manual', $4, '{}', '2026-01-10T09:00:00Z')`,
        [person, course, version, uuid()],
      );
    }
    client = new Client({ connectionString: db.ownerUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await db.stop();
  });
  beforeEach(() => client.query('begin'));
  afterEach(() => client.query('rollback'));

  const found = (course: string, what: string) => ({
    rows: expect.any(Number),
    differences: 1,
    named: [{ person, name: 'Aisha Karim', course, what }],
    ...noDays,
  });
  const noDays = { days: 0, dayDifferences: 0, daysNamed: [] };

  it('passes what the triggers keep', async () => {
    expect(await checkStanding(client)).toEqual({ rows: 2, differences: 0, named: [], ...noDays });
  });
  it('finds a changed row', async () => {
    await client.query(
      `update standing_dates s set valid_until = '2099-01-01' from course c where c.id = s.course_id and c.code = 'A-2'`,
    );
    expect(await checkStanding(client)).toEqual(found('A-2', 'dates'));
  });
  it('finds a missing row', async () => {
    await client.query(`delete from standing_dates s using course c where c.id = s.course_id and c.code = 'A-1'`);
    expect(await checkStanding(client)).toEqual(found('A-1', 'missing'));
  });
  it('finds a row that nothing stands behind', async () => {
    await client.query(
      `with more as (insert into course (id, code, title, created_at) values (gen_random_uuid(), 'B-1', 'B', '2026-01-05') returning id)
       insert into standing_dates (person_id, course_id, required, ever_completed, lifetime) select $1, id, false, true, true from more`,
      [person],
    );
    expect(await checkStanding(client)).toEqual(found('B-1', 'without'));
  });
  it('finds a day that is not what the dates give, and leaves alone what is worked out again anyway', async () => {
    await client.query(`update standing_dates set required = true`);
    await client.query(`select keep_standing_days('2026-12-01', true, 10)`);
    expect(await checkStanding(client)).toMatchObject({ days: 1, dayDifferences: 0, daysNamed: [] });
    await client.query(`update standing_day set sums[4] = sums[4] + 1`);
    expect(await checkStanding(client)).toMatchObject({
      ...{ days: 1, dayDifferences: 1, daysNamed: [{ person, name: 'Aisha Karim' }] },
    });
    await client.query(`update standing_dates set valid_until = '2026-11-30'`);
    expect(await checkStanding(client)).toMatchObject({ days: 0, dayDifferences: 0 });
  });
  it('counts all and names as many as it is asked for', async () => {
    await client.query('delete from standing_dates');
    const verdict = await checkStanding(client, { names: 1 });
    expect(verdict.differences).toBe(2);
    expect(verdict.named).toHaveLength(1);
  });
});
