import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobHandlers, Storage } from '@lms/api-platform';
import type { Upload } from '@lms/contracts';
import { scorm12 } from '../../../../../test/fixtures/packages/build.js';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { DataSource } from 'typeorm';
import { Blobs } from './blobs.js';
import { ProcessUploadJob } from './process-upload.job.js';

let t: TestApp;
let author: Client;
let job: ProcessUploadJob;
const never = new AbortController().signal;

beforeAll(async () => {
  t = await testApp();
  const personId = await t.make.person();
  await t.make.grant({ personId, role: 'author' });
  author = await t.as(personId);
  job = t.app.get(ProcessUploadJob);
});
afterAll(() => t.stop());

/** Sends a package; nothing takes the job until the test does. */
async function send(zip: Uint8Array): Promise<{ id: string; sha256: string }> {
  const headers = { 'content-type': 'application/octet-stream' };
  const { id } = (await author.post('/uploads?kind=package&name=a.zip', Buffer.from(zip), headers)).json<Upload>();
  return { id, sha256: createHash('sha256').update(zip).digest('hex') };
}
const blobPath = (sha256: string) =>
  path.join(t.dataDir, 'files', 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const stateOf = async (id: string) => (await author.get(`/uploads/${id}`)).json<Upload>();

describe('the job of an upload', () => {
  it('is written with the upload, and finds the same once however often and at once it runs', async () => {
    const { id } = await send(scorm12());
    const jobs = await t.db.sql(`select from pgboss.job where name = 'process-upload' and data ->> 'id' = $1`, [id]);
    expect(jobs).toHaveLength(1);
    await Promise.all([job.run({ id }, never), job.run({ id }, never)]);
    await job.run({ id }, never);
    expect(await stateOf(id)).toMatchObject({ state: 'ready' });
    expect(await t.db.sql('select from content_package')).toHaveLength(1);
  });

  it('goes on where a process died', async () => {
    const { id } = await send(scorm12({ title: 'After the crash' }));
    await t.db.sql(`update upload set state = 'processing', progress = 40 where id = $1`, [id]);
    await job.run({ id }, never);
    expect(await stateOf(id)).toMatchObject({ state: 'ready', title: 'After the crash' });
  });

  it('is tried again after a failure that is ours, and tells the author after the last try', async () => {
    const { id, sha256 } = await send(scorm12({ title: 'Lost' }));
    await rm(blobPath(sha256));
    await expect(job.run({ id }, never)).rejects.toThrow('not in the storage');
    expect(await stateOf(id)).toMatchObject({ state: 'processing', refusal: null });
    await t.db.sql(`update pgboss.job set state = 'active', retry_count = 3 where data ->> 'id' = $1`, [id]);
    await expect(job.run({ id }, never)).rejects.toThrow('not in the storage');
    expect(await stateOf(id)).toMatchObject({ state: 'refused', refusal: expect.stringContaining('on our side') });
  });

  it('clears up behind a process that died between refusing and removing', async () => {
    const { id, sha256 } = await send(Buffer.from('no package'));
    await t.db.sql(`update upload set state = 'refused' where id = $1`, [id]);
    const storage = t.app.get(Storage);
    expect(await storage.size(sha256)).toBe(10);
    await job.run({ id }, never);
    expect(await storage.size(sha256)).toBeUndefined();
  });
});

describe('a file that no row names', () => {
  it('goes; one that a package names stays', async () => {
    const storage = t.app.get(Storage);
    const blobs = t.app.get(Blobs);
    const loose = await storage.put(Readable.from([Buffer.from('loose')]));
    await blobs.removeIfUnused(loose.sha256, never);
    expect(await storage.size(loose.sha256)).toBeUndefined();
    const { id } = await send(scorm12({}, { 'index.html': 'kept' }));
    await job.run({ id }, never);
    const kept = createHash('sha256').update('kept').digest('hex');
    await blobs.removeIfUnused(kept, never);
    expect(await storage.size(kept)).toBe(4);
  });
});

// Last: the process has ended after it.
describe('a process that is asked to stop', () => {
  it('lets the job it has begun come to its end before it closes the database', async () => {
    const told: string[] = [];
    const begun = Promise.withResolvers<true>();
    t.app.get(JobHandlers).handle('process-upload', async () => {
      begun.resolve(true);
      await t.app.get(DataSource).query('select pg_sleep(0.3)');
      told.push('it is done');
    });
    await send(scorm12({ title: 'Begun' }));
    await t.work();
    await begun.promise;
    await t.app.close();
    expect(told).toEqual(['it is done']);
  });
});
