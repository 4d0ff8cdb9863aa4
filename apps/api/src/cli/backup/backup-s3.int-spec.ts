import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openFileStore } from '@lms/api-platform';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { startS3, type TestS3 } from '../../../../../test/fixtures/s3/start-s3.js';
import { testIo, type TestIo } from '../test-io.test.js';
import { backup } from './backup.js';
import { restore } from './restore.js';

const MB = 1024 * 1024;
const LARGE = Buffer.alloc(9 * MB + 1, 'a film ');

describe('a backup of an installation whose files are in a bucket', () => {
  let [here, there]: TestS3[] = [];
  let [from, to]: TestDatabase[] = [];
  let source: TestIo;
  let dir: string;
  let small: string;
  let large: string;

  beforeAll(async () => {
    [here, there] = [await startS3(), await startS3('elsewhere')];
    [from, to] = [await testDatabase(), await testDatabase()];
    dir = await mkdtemp(path.join(tmpdir(), 'waymark-backup-s3-'));
    source = await testIo(from, here.env);
    const { storage } = await openFileStore(source.configuration());
    small = (await storage.put(Readable.from([Buffer.from('the document')]))).sha256;
    large = (await storage.put(Readable.from([LARGE]))).sha256;
    const person = await new Factory(from).person();
    await from.sql(
      `insert into upload (id, kind, name, size, sha256, state, created_by, created_at)
       select gen_random_uuid(), 'document', 'a', 1, sha, 'ready', $1, '2026-01-10' from unnest($2::text[]) sha`,
      [person, [small, large]],
    );
  });
  afterAll(async () => {
    await from?.stop();
    await to?.stop();
    await here?.stop();
    await there?.stop();
    await rm(dir, { recursive: true });
    await rm(source.dataDir, { recursive: true });
  });

  const putBack = async (env: Record<string, string>): Promise<TestIo> => {
    if (!to) throw new Error('There is no database');
    await to.sql('drop schema public cascade');
    await to.sql('create schema public');
    const io = await testIo(to, env);
    await restore(io, path.join(dir, 'b'));
    const { storage } = await openFileStore(io.configuration());
    expect((await buffer(storage.open(small))).toString()).toBe('the document');
    expect((await buffer(storage.open(large))).equals(LARGE)).toBe(true);
    return io;
  };

  it('holds the files, and puts them into another bucket', async () => {
    await backup(source, path.join(dir, 'b'));
    const io = await putBack(there?.env ?? {});
    expect(await readdir(io.dataDir)).not.toContain('files');
    await rm(io.dataDir, { recursive: true });
  });

  it('puts them into a directory as well', async () => {
    const io = await putBack({});
    expect(await readdir(io.dataDir)).toContain('files');
    await rm(io.dataDir, { recursive: true });
  });
});
