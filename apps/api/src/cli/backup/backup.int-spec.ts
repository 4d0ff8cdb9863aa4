import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalStorage } from '@lms/api-platform';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { v7 as uuid } from 'uuid';
import { Refusal } from '../refusal.js';
import { testIo, type TestIo } from '../test-io.test.js';
import { backup } from './backup.js';
import { restore } from './restore.js';

const SECRET = 'a secret of the instance that was backed up';

describe('backup and restore', () => {
  let from: TestDatabase;
  let source: TestIo;
  let dir: string;
  let file: string;
  let document: string;

  beforeAll(async () => {
    from = await testDatabase();
    source = await testIo(from);
    dir = await mkdtemp(path.join(tmpdir(), 'waymark-backup-'));
    file = path.join(dir, 'waymark.backup');
    await writeFile(path.join(source.dataDir, 'secret'), SECRET);
    document = await fill(from, source);
    await backup(source, file);
  });
  afterAll(async () => {
    await from.stop();
    await rm(dir, { recursive: true });
    await rm(source.dataDir, { recursive: true });
  });

  const elsewhere = async (work: (to: TestDatabase, io: TestIo) => Promise<void>): Promise<void> => {
    const to = await testDatabase();
    const io = await testIo(to);
    try {
      await work(to, io);
    } finally {
      await to.stop();
      await rm(io.dataDir, { recursive: true });
    }
  };

  it('names the file it wrote, for its owner alone, and leaves nothing beside it', async () => {
    expect(source.printed).toEqual([file]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(dir)).toEqual(['waymark.backup']);
  });
  it('puts back every row, file and number into a database without tables', () =>
    elsewhere(async (to, io) => {
      await to.sql('drop schema public cascade');
      await to.sql('create schema public');
      await restore(io, file);
      expect(io.printed.at(-1)).toBe('All is well.');
      expect(await contents(to)).toEqual(await contents(from));
      const stored = await buffer(new LocalStorage(path.join(io.dataDir, 'files')).open(document));
      expect(stored.toString()).toBe('the document');
      expect(await readFile(path.join(io.dataDir, 'secret'), 'utf8')).toBe(SECRET);
      // The product's own role may work with it, and a new number is a free one.
      const product = await to.dataSource([]);
      await product.query(`insert into audit_event (at, action) values ('2026-03-01', 'test')`);
      await expect(product.query('delete from ledger_entry')).rejects.toThrow('permission denied');
      expect(await to.sql(`select tgname from pg_trigger where tgenabled <> 'O'`)).toEqual([]);
    }));
  it('refuses a database in which there is anything', () =>
    elsewhere(async (to, io) => {
      await new Factory(to).scheme();
      await expect(restore(io, file)).rejects.toThrow('not empty');
      expect(await to.sql('select from person')).toEqual([]);
    }));
  it('refuses a backup of a newer version', () =>
    elsewhere(async (to, io) => {
      const newer = path.join(dir, 'newer.backup');
      await rewritten(file, newer, (tar) => {
        const [known, unknown] = ['Standing1764000000008', 'Standing1999999999999'];
        expect(tar.includes(known)).toBe(true);
        return Buffer.from(tar.toString('latin1').replace(known, unknown), 'latin1');
      });
      await expect(restore(io, newer)).rejects.toThrow('newer version');
      expect(await to.sql('select from person')).toEqual([]);
    }));
  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length - 200)],
    ['with a byte that fell over', (bytes) => flipped(bytes, Math.floor(bytes.length / 2))],
    ['with another name in it', (bytes) => changed(bytes, 'Karim', 'Kamir')],
    ['that is something else', () => Buffer.from('Dear Tom')],
  ])('refuses a file %s, and has written nothing', (_what, damage) =>
    elsewhere(async (to, io) => {
      const bad = path.join(dir, 'bad.backup');
      await writeFile(bad, damage(await readFile(file)));
      await expect(restore(io, bad)).rejects.toThrow(Refusal);
      expect(await to.sql('select from organisation')).toEqual([]);
      expect(await readdir(io.dataDir)).toEqual([]);
    }),
  );
  it('writes over nothing', async () => {
    await expect(backup(source, file)).rejects.toThrow('already');
    await expect(backup(source, path.join(dir, 'no', 'such'))).rejects.toThrow('no folder');
  });
  it('says which stored file is missing, and leaves no file when one is damaged', async () => {
    const address = path.join(source.dataDir, 'files', 'blobs', document.slice(0, 2), document.slice(2, 4), document);
    const bytes = await readFile(address);
    await writeFile(address, 'other bytes!');
    await expect(backup(source, path.join(dir, 'damaged'))).rejects.toThrow(`${document} is damaged`);
    await rm(address);
    await expect(backup(source, path.join(dir, 'incomplete'))).rejects.toThrow('1 stored files are missing');
    expect(source.told).toContain(`The stored file ${document} is missing.`);
    await writeFile(address, bytes);
    expect((await readdir(dir)).filter((name) => /damaged|partial/.test(name))).toEqual([]);
    expect(await readdir(dir)).toContain('incomplete');
  });
});

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};
const changed = (bytes: Buffer, what: string, by: string): Buffer =>
  gzipSync(Buffer.from(gunzipSync(bytes).toString('latin1').replace(what, by), 'latin1'));
const rewritten = async (file: string, to: string, change: (tar: Buffer) => Buffer): Promise<void> =>
  writeFile(to, gzipSync(change(gunzipSync(await readFile(file)))));

/** A little of everything that is awkward to copy. Answers the address of a stored document. */
async function fill(db: TestDatabase, io: TestIo): Promise<string> {
  const make = new Factory(db);
  const parent = await make.organisation({ name: 'Zz parent' });
  const below = await make.organisation({ name: 'Aa\ttab \\ and\nline', parentId: parent });
  const aisha = await make.person({ givenName: 'Aisha', familyName: 'Karim' });
  await make.engagement({ personId: aisha, organisationId: below, schemeIds: [await make.scheme()] });
  const course = await make.course();
  const version = await make.courseVersion({ courseId: course });
  const { sha256 } = await new LocalStorage(path.join(io.dataDir, 'files')).put(Readable.from(['the document']));
  const [activity, attempt] = [uuid(), uuid()];
  await db.sql(
    `insert into activity (id, course_version_id, lineage_id, position, kind, title, file_sha256) values ($1, $2, $1, 1, 'document', 'Read', $3)`,
    [activity, version, sha256],
  );
  await make.publish(version);
  await db.sql(
    `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at)
     values ($1, $2, $3, $4, $5, 1, '2026-01-10T08:00:00Z', '2026-01-10T08:00:00Z')`,
    [attempt, aisha, activity, version, course],
  );
  await db.sql(`insert into attempt_coverage (attempt_id, covered) values ($1, '{[0,5),[7,9)}')`, [attempt]);
  await db.sql(
    `select append_completion($1, $2, $3, '2026-01-10', null, 'attempt', $4, '{"note": "Zoë"}', '2026-01-10T09:00:00.123Z')`,
    [aisha, course, version, attempt],
  );
  await db.sql(`insert into audit_event (at, action, detail) values ('2026-01-10', 'test', '{"a": [1, null]}')`);
  return sha256;
}

/** Every table's rows as text, in no order. */
async function contents(db: TestDatabase): Promise<Record<string, string[]>> {
  const tables = await db.sql<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('migrations', 'request_limit') order by 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await db.sql<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}
