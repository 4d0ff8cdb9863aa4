import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem, Upload } from '@lms/contracts';
import { scorm12 } from '../../../../../test/fixtures/packages/build.js';
import { storedFiles } from '../../../../../test/fixtures/stored-files.js';
import { type Client, PASSWORD, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const MB = 1024 * 1024;
const OCTETS = { 'content-type': 'application/octet-stream' };
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nAlarm first\n\n00:03.000 --> 00:04.000\nThen refuge\n';

let t: TestApp;
let author: Client;
let me: string;

beforeAll(async () => {
  t = await testApp();
  me = await t.make.person();
  await t.make.grant({ personId: me, role: 'author' });
  author = await t.as(me);
  await t.work();
});
afterAll(() => t.stop());

const send = (kind: string, body: Uint8Array | string, name = 'file', headers: Record<string, string> = OCTETS) =>
  author.post(`/uploads?kind=${kind}&name=${encodeURIComponent(name)}`, Buffer.from(body), headers);

async function processed(upload: Upload): Promise<Upload> {
  for (let tries = 0; tries < 200; tries += 1) {
    const now = (await author.get(`/uploads/${upload.id}`)).json<Upload>();
    if (now.state === 'ready' || now.state === 'refused') return now;
    await wait(50);
  }
  throw new Error('The upload was never processed');
}

/** Every file below the storage. */
const stored = () => storedFiles(t);

/** What is refused is told first, and then its file goes. */
async function storedAgain(before: string[]): Promise<void> {
  for (let tries = 0; tries < 200 && (await stored()).length !== before.length; tries += 1) await wait(50);
  expect(await stored()).toEqual(before);
}

describe('an upload', () => {
  it('of a package is unpacked by a job, with every file of it known by its path', async () => {
    const zip = scorm12({ title: 'Plant' }, { 'index.html': '<p>Lesson</p>', 'a b/x.js': 'x' });
    const answer = await send('package', zip, 'plant.zip');
    expect([answer.status, answer.json<Upload>().size]).toEqual([201, zip.length]);
    const ready = await processed(answer.json());
    expect(ready).toMatchObject({ state: 'ready', progress: 100, refusal: null, activityKind: 'scorm12' });
    expect(ready).toMatchObject({ title: 'Plant', summary: 'SCORM 1.2, 1 lesson', name: 'plant.zip' });
    const files = await t.db.sql<{ path: string }>('select path from package_file order by path');
    expect(files.map((file) => file.path)).toEqual(['a b/x.js', 'imsmanifest.xml', 'index.html']);
  });

  it('of captions says how many there are', async () => {
    const ready = await processed((await send('captions', VTT, 'alarm.en.vtt')).json());
    expect(ready).toMatchObject({ state: 'ready', summary: '2 captions', title: 'alarm.en', activityKind: null });
  });

  it('that is refused says why, and its file goes unless something else has the same bytes', async () => {
    const before = await stored();
    const refused = await processed((await send('package', 'This is no package')).json());
    expect(refused).toMatchObject({ state: 'refused', summary: null, refusal: expect.stringContaining('not a zip') });
    await storedAgain(before);
    expect(await processed((await send('package', VTT)).json())).toMatchObject({ state: 'refused' });
    await storedAgain(before);
  });

  it('is not taken when it is too large, empty, or not sent as a file', async () => {
    const before = await stored();
    const large = await send('captions', Buffer.alloc(2 * MB + 1));
    expect([large.status, large.json<Problem>().detail]).toEqual([
      413,
      'The file is larger than 2 MB, the most that is accepted.',
    ]);
    expect((await send('captions', '')).status).toBe(422);
    expect((await send('captions', '{}', 'x', { 'content-type': 'application/json' })).status).toBe(415);
    expect((await send('captions', VTT, 'a\u0000b')).status).toBe(422);
    expect((await send('film', VTT)).status).toBe(400);
    expect(await stored()).toEqual(before);
  });

  it('is for authors, and its state for whoever sent it', async () => {
    const learner = await t.make.person();
    const client = await t.as(learner);
    expect((await client.post('/uploads?kind=captions&name=x', Buffer.from(VTT), OCTETS)).status).toBe(403);
    const upload = (await send('captions', VTT)).json<Upload>();
    expect((await client.get(`/uploads/${upload.id}`)).status).toBe(404);
    await t.db.sql('update upload set created_by = $2 where id = $1', [upload.id, learner]);
    expect((await client.get(`/uploads/${upload.id}`)).status).toBe(200);
  });
});

describe('over the network', () => {
  let port: number;
  let authorization: string;

  beforeAll(async () => {
    await t.app.listen(0, '127.0.0.1');
    port = (t.app.getHttpServer().address() as { port: number }).port;
    const name = `u${me.replaceAll('-', '')}`;
    const tokens = await t.anonymous.post('/auth/token', { name, password: PASSWORD });
    authorization = `Bearer ${tokens.json<{ accessToken: string }>().accessToken}`;
  });
  const post = (kind: string, headers: Record<string, string | number> = {}) =>
    request({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: `/api/v1/uploads?kind=${kind}&name=x`,
      headers: { ...OCTETS, host: new URL(t.origin).host, authorization, ...headers },
    });

  it('an upload that breaks off leaves nothing', async () => {
    const before = await stored();
    const rows = await t.db.sql('select from upload');
    const sending = post('video', { 'content-length': 50 * MB });
    const failed = new Promise((resolve) => sending.on('error', resolve));
    await new Promise((resolve) => sending.write(Buffer.alloc(2 * MB), resolve));
    while ((await stored()).length === before.length) await wait(10);
    sending.destroy();
    await failed;
    for (let tries = 0; tries < 100 && (await stored()).length > before.length; tries += 1) await wait(20);
    expect(await stored()).toEqual(before);
    expect(await t.db.sql('select from upload')).toHaveLength(rows.length);
  });

  it('an upload that is announced too large is refused before it travels', async () => {
    const sending = post('package', { 'content-length': 3 * 1024 * MB });
    const status = new Promise((resolve) => sending.on('response', (answer) => resolve(answer.statusCode)));
    sending.on('error', () => undefined);
    sending.flushHeaders();
    expect(await status).toBe(413);
    sending.destroy();
  });

  it('a large upload does not pile up in memory', async () => {
    const before = process.memoryUsage.rss();
    let highest = before;
    const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 20);
    const sending = post('video');
    const status = new Promise((resolve) => sending.on('response', (answer) => resolve(answer.statusCode)));
    for (let n = 0; n < 220; n += 1) {
      if (!sending.write(Buffer.alloc(MB, n))) await new Promise((resolve) => sending.once('drain', resolve));
    }
    sending.end();
    expect(await status).toBe(201);
    clearInterval(watch);
    expect(highest - before).toBeLessThan(150 * MB);
  }, 60_000);
});
