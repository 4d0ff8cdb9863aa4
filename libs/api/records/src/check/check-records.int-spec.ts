import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { checkRecords, type RecordsVerdict } from './check-records.js';

describe('checkRecords', () => {
  let db: TestDatabase;
  let client: Client;
  let aisha: string;
  let tom: string;

  beforeAll(async () => {
    db = await testDatabase();
    const make = new Factory(db);
    aisha = await make.person({ givenName: 'Aisha', familyName: 'Karim' });
    tom = await make.person({ givenName: 'Tom', familyName: 'Brackley' });
    const course = await make.course();
    const version = await make.courseVersion({ courseId: course });
    const complete = (person: string, on: string, until: string | null, kept: object) =>
      db.sql(`select append_completion($1, $2, $3, $4, $5, 'manual', $6, $7, $8)`, [
        person,
        course,
        version,
        on,
        until,
        uuid(),
        kept,
        `${on}T09:00:00.123Z`,
      ]);
    await complete(aisha, '2026-01-10', '2027-01-09', { score: 90, note: 'Seen on site – “good”, Zoë' });
    await complete(aisha, '2026-02-10', null, {});
    await complete(aisha, '2026-03-10', '2027-03-09', { score: 86.5 });
    await complete(tom, '2026-01-12', '2027-01-11', { score: 75 });
    client = new Client({ connectionString: db.ownerUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await db.stop();
  });
  // Each test breaks something inside a transaction of its own, which is then undone.
  beforeEach(() => client.query('begin'));
  afterEach(() => client.query('rollback'));

  const after = async (sql: string, values: unknown[] = []): Promise<RecordsVerdict> => {
    const { rowCount } = await client.query(sql, values);
    expect(rowCount).toBeGreaterThan(0);
    return checkRecords(client);
  };
  const only = (person: string, name: string, seq: number, why: string) => ({
    people: expect.any(Number),
    entries: expect.any(Number),
    brokenCount: 1,
    broken: [{ person, name, seq, why: expect.stringContaining(why) }],
  });

  it('passes what nobody touched', async () => {
    expect(await checkRecords(client)).toEqual({ people: 2, entries: 4, brokenCount: 0, broken: [] });
  });
  it('passes when private values were erased', async () => {
    const verdict = await after('delete from ledger_private where person_id = $1', [aisha]);
    expect(verdict.brokenCount).toBe(0);
  });
  it('names the entry whose text was changed', async () => {
    const verdict = await after(
      `update ledger_entry set body = replace(body, '2026-02-10', '2026-02-11') where person_id = $1 and seq = 2`,
      [aisha],
    );
    expect(verdict).toEqual(only(aisha, 'Aisha Karim', 2, 'changed after it was recorded'));
  });
  it('is not deceived by a hash that fits the changed text', async () => {
    const verdict = await after(
      `update ledger_entry l set body = n.body, hash = sha256(convert_to(E'waymark-ledger-v1\\n' || n.body, 'UTF8'))
       from (select person_id, seq, replace(body, '"validUntil":null', '"validUntil":"2030-01-01"') as body from ledger_entry) n
       where (n.person_id, n.seq) = (l.person_id, l.seq) and l.person_id = $1 and l.seq = 2`,
      [aisha],
    );
    // The column differs from the new text before the link of the next entry breaks.
    expect(verdict).toEqual(only(aisha, 'Aisha Karim', 2, 'column valid_until'));
  });
  it('finds a deleted entry in the middle', async () => {
    const verdict = await after('delete from ledger_entry where person_id = $1 and seq = 2', [aisha]);
    expect(verdict).toEqual(only(aisha, 'Aisha Karim', 3, 'entry before it is missing'));
  });
  it('finds a deleted entry at the end', async () => {
    await client.query('delete from ledger_private where person_id = $1 and seq = 3', [aisha]);
    const verdict = await after('delete from ledger_entry where person_id = $1 and seq = 3', [aisha]);
    expect(verdict).toEqual(only(aisha, 'Aisha Karim', 3, 'should end here'));
  });
  it('finds a record of which nothing is left', async () => {
    await client.query('delete from ledger_private where person_id = $1', [tom]);
    const verdict = await after('delete from ledger_entry where person_id = $1', [tom]);
    expect(verdict).toEqual(only(tom, 'Tom Brackley', 1, 'all entries'));
  });
  it('finds a lost end', async () => {
    const verdict = await after('delete from ledger_head where person_id = $1', [tom]);
    expect(verdict).toEqual(only(tom, 'Tom Brackley', 1, 'should end here'));
  });
  it('finds private values that were swapped', async () => {
    const verdict = await after(
      `update ledger_private k set value = o.value, salt = o.salt from ledger_private o
       where k.field = 'score' and o.field = 'score' and k.person_id = $1 and k.seq = 3 and o.person_id = $2`,
      [aisha, tom],
    );
    expect(verdict).toEqual(only(aisha, 'Aisha Karim', 3, 'value kept beside it'));
  });
  it.each([
    ['valid_until', `'2099-01-01'`],
    ['completed_on', `'2025-01-01'`],
    ['recorded_at', `recorded_at + interval '1 second'`],
    ['source', `'import'`],
    ['source_id', 'gen_random_uuid()'],
    ['hash_version', '2'],
    ['prev_hash', `'\\x00'`],
  ])('finds a changed column %s', async (column, value) => {
    const verdict = await after(`update ledger_entry set ${column} = ${value} where person_id = $1 and seq = 3`, [
      aisha,
    ]);
    expect(verdict).toEqual(only(aisha, 'Aisha Karim', 3, `column ${column} `));
  });
  it('counts every broken record and names as many as it is asked for', async () => {
    await client.query(`update ledger_entry set valid_until = '2099-01-01'`);
    const verdict = await checkRecords(client, { names: 1 });
    expect(verdict.brokenCount).toBe(2);
    expect(verdict.broken).toHaveLength(1);
  });
});
