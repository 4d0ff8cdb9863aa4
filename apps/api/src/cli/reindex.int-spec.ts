import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { reindex } from './reindex.js';
import { testIo, type TestIo } from './test-io.test.js';

describe('reindex', () => {
  let db: TestDatabase;
  let io: TestIo;
  beforeAll(async () => {
    db = await testDatabase();
    io = await testIo(db);
  });
  afterAll(async () => {
    await db.stop();
    await rm(io.dataDir, { recursive: true, force: true });
  });

  it('makes the index anew, as the role that owns nothing, and keeps what it knows of a file that is missing', async () => {
    const make = new Factory(db);
    const courseId = await make.course({ title: 'Dewatering' });
    const version = await make.courseVersion({ courseId });
    await db.sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title, file_sha256, media_type)
       values (gen_random_uuid(), $1, gen_random_uuid(), 1, 'document', 'Read', 'lost', 'application/pdf')`,
      [version],
    );
    await make.publish(version);
    await db.sql(`select keep_search_text('lost', 'document', 'Wellpoints')`);
    await db.sql('delete from search_document');
    await db.sql('delete from search_word');
    await reindex(io);
    expect(io.printed).toEqual([
      'Courses that can be found: 1. Files whose words can be found: 0.',
      'Files that could not be read: 1. What was known of their words is kept.',
    ]);
    const found = await db.sql(
      `select course_id from search_document where words @@ search_query('dewatering wellpoint', true)`,
    );
    expect(found).toEqual([{ course_id: courseId }]);
    expect(await db.sql('select word from search_word order by 1')).toEqual(
      ['dewatering', 'read', 'wellpoints'].map((word) => ({ word })),
    );
  });
});
