import { randomUUID } from 'node:crypto';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Arrivals, Storage } from '@lms/api-platform';
import type { Upload } from '@lms/contracts';
import { scorm12 } from '../../../../../../test/fixtures/packages/build.js';
import { type Client, testApp, type TestApp } from '../../../../../../test/http/test-app.js';
import { ProcessUploadJob } from '../process-upload.job.js';
import { StuckUploads } from './stuck-uploads.js';
import { UploadsUpkeep } from './uploads-upkeep.js';

let t: TestApp;
let author: Client;
let me: string;
let storage: Storage;
let arrivals: Arrivals;
const never = new AbortController().signal;
/** As if a day had gone by since everything that is there was put. */
const tomorrow = () => new Date(Date.now() + 60_000);

beforeAll(async () => {
  t = await testApp();
  me = await t.make.person();
  await t.make.grant({ personId: me, role: 'author' });
  author = await t.as(me);
  storage = t.app.get(Storage);
  arrivals = t.app.get(Arrivals);
});
afterAll(() => t.stop());

const send = async (title: string): Promise<string> => {
  const headers = { 'content-type': 'application/octet-stream' };
  const zip = Buffer.from(scorm12({ title }));
  return (await author.post('/uploads?kind=package&name=a.zip', zip, headers)).json<Upload>().id;
};
const stateOf = async (id: string) => (await author.get(`/uploads/${id}`)).json<Upload>();
const jobsOf = (id: string) =>
  t.db.sql<{ name: string; state: string }>(`select name, state from pgboss.job where data ->> 'id' = $1`, [id]);
const stuck = () => t.app.get(StuckUploads).run(never);
const clear = (before: Date) => t.app.get(UploadsUpkeep).clear(before, never);

describe('an upload that nobody works on any more', () => {
  it('is refused when its worker died in the last try', async () => {
    const id = await send('Died');
    await t.db.sql(`update upload set state = 'processing', progress = 40 where id = $1`, [id]);
    await t.db.sql(`update pgboss.job set state = 'failed', retry_count = 3 where data ->> 'id' = $1`, [id]);
    await stuck();
    expect(await stateOf(id)).toMatchObject({ state: 'refused', refusal: expect.stringContaining('on our side') });
  });

  it('gets a new job when it lost its own', async () => {
    const id = await send('Restored');
    await t.db.sql(`delete from pgboss.job where data ->> 'id' = $1`, [id]);
    await stuck();
    expect(await jobsOf(id)).toEqual([{ name: 'process-upload', state: 'created' }]);
    await t.app.get(ProcessUploadJob).run({ id }, never);
    expect(await stateOf(id)).toMatchObject({ state: 'ready', title: 'Restored' });
  });

  it.each(['created', 'retry', 'active'])('is left alone while its job is %s', async (state) => {
    const id = await send(`Alive ${state}`);
    await t.db.sql(`update upload set state = 'processing' where id = $1`, [id]);
    await t.db.sql(`update pgboss.job set state = $2 where data ->> 'id' = $1`, [id, state]);
    await stuck();
    expect(await stateOf(id)).toMatchObject({ state: 'processing' });
    expect(await jobsOf(id)).toHaveLength(1);
  });

  it('is kept after all when only the job that keeps it was lost', async () => {
    const id = randomUUID();
    const zip = Buffer.from(scorm12({ title: 'Arrived' }));
    await arrivals.append(id, 0, Readable.from([zip]));
    await arriving(id, zip.length, '2100-01-01', '2026-01-01');
    expect(await stateOf(id)).toMatchObject({ state: 'waiting' });
    await stuck();
    expect(await jobsOf(id)).toEqual([{ name: 'process-upload', state: 'created' }]);
    const job = t.app.get(ProcessUploadJob);
    await Promise.all([job.run({ id }, never), job.run({ id }, never)]);
    expect(await stateOf(id)).toMatchObject({ state: 'ready', title: 'Arrived' });
    expect(await arrivals.size(id)).toBe(0);
  });

  it('is given up when its bytes are gone', async () => {
    const id = randomUUID();
    await arriving(id, 100, '2100-01-01', '2026-01-01');
    await t.app.get(ProcessUploadJob).run({ id }, never);
    expect((await author.get(`/uploads/${id}`)).status).toBe(404);
  });
});

const arriving = (id: string, size: number, expiresAt: string, completeAt: string | null = null) =>
  t.db.sql(
    `insert into arriving_upload (id, kind, name, size, created_by, created_at, expires_at, complete_at)
     values ($1, 'package', 'a.zip', $2, $3, '2026-01-01', $4, $5)`,
    [id, size, me, expiresAt, completeAt],
  );

describe('bytes on their way', () => {
  it('go when they expired or nobody knows them, and stay otherwise', async () => {
    const [expired, unknown, going] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [expired, unknown, going]) await arrivals.append(id, 0, Readable.from([Buffer.from('half')]));
    await arriving(expired, 10, '2026-01-02');
    await arriving(going, 10, '2100-01-01');
    await clear(tomorrow());
    expect(await Promise.all([expired, unknown, going].map((id) => arrivals.size(id)))).toEqual([0, 0, 4]);
    const rows = await t.db.sql<{ id: string }>('select id from arriving_upload where id = any ($1)', [
      [expired, going],
    ]);
    expect(rows.map(({ id }) => id)).toEqual([going]);
  });

  it('stay while they are young, whatever is known of them', async () => {
    const id = randomUUID();
    await arrivals.append(id, 0, Readable.from([Buffer.from('half')]));
    await clear(new Date(Date.now() - 60_000));
    expect(await arrivals.size(id)).toBe(4);
  });
});

describe('stored files', () => {
  it('go when no row names them and they are not young', async () => {
    const id = await send('Kept whole');
    await t.app.get(ProcessUploadJob).run({ id }, never);
    const loose = await storage.put(Readable.from([Buffer.from('loose')]));
    await clear(new Date(Date.now() - 60_000));
    expect(await storage.size(loose.sha256)).toBe(5);
    await clear(tomorrow());
    expect(await storage.size(loose.sha256)).toBeUndefined();
    const named = await t.db.sql<{ sha256: string }>(
      `select sha256 from package_file union select sha256 from upload where id = $1`,
      [id],
    );
    for (const { sha256 } of named) expect(await storage.size(sha256)).toBeGreaterThan(0);
  });

  it('are safe with any table that names them, also with one made later', async () => {
    const { sha256 } = await storage.put(Readable.from([Buffer.from('evidence of something')]));
    await t.db.sql('create table made_later (id int, photo_sha256 text)');
    await t.db.sql('grant select on made_later to public');
    await t.db.sql('insert into made_later values (1, $1)', [sha256]);
    await clear(tomorrow());
    expect(await storage.size(sha256)).toBe(21);
    await t.db.sql('drop table made_later');
  });

  it('that came only half go', async () => {
    const half = path.join(t.dataDir, 'files', 'incoming', 'half');
    await mkdir(path.dirname(half), { recursive: true });
    await writeFile(half, 'half');
    const old = new Date('2026-01-01');
    await utimes(half, old, old);
    await clear(new Date(Date.now() - 60_000));
    await expect(utimes(half, old, old)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
