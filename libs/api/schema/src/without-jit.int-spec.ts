import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@lms/testing';
import { Client } from 'pg';
import { withoutJit } from './without-jit.js';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.stop());

it('the product’s own login runs its plans as they are, whatever the server does for others', async () => {
  await db.sql(`do $$ begin execute format('alter database %I set jit = on', current_database()); end $$`);
  const jit = async () => {
    const client = new Client({ connectionString: db.appUrl });
    await client.connect();
    const { rows } = await client.query<{ jit: string }>('show jit');
    await client.end();
    return rows[0]?.jit;
  };
  expect(await jit()).toBe('on');
  await withoutJit(db.appUrl);
  expect(await jit()).toBe('off');
});
