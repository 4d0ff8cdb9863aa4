import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@lms/testing';
import { Differences } from './differences.js';
import { schemaCheck } from './schema-check.js';
import { testIo, type TestIo } from './test-io.test.js';

describe('schema:check', () => {
  let db: TestDatabase;
  let io: TestIo;
  beforeAll(async () => {
    db = await testDatabase();
    io = await testIo(db);
  });
  afterAll(async () => {
    await db.stop();
    await rm(io.dataDir, { recursive: true });
  });

  it('finds every entity as the migrations made its table', async () => {
    await schemaCheck(io).catch(() => undefined);
    expect(io.printed).toEqual([expect.stringMatching(/^\d{2,} columns of \d+ tables agree\.$/)]);
  });
  it('names what was changed behind its back', async () => {
    io.printed.length = 0;
    await db.sql('alter table course alter column title drop not null');
    await db.sql('alter table session rename column device to machine');
    await expect(schemaCheck(io)).rejects.toThrow(Differences);
    expect(io.printed.toSorted()).toEqual([
      'course.title may be empty in the database, unlike in the program.',
      'session.device is not in the database.',
      'session.machine must be given in the database, and the program does not know it.',
    ]);
  });
});
