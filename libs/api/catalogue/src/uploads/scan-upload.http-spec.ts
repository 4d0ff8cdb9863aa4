import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Storage } from '@lms/api-platform';
import type { Upload } from '@lms/contracts';
import { startClamd, type TestClamd } from '../../../../../test/fixtures/clamav/start-clamd.js';
import { scorm12 } from '../../../../../test/fixtures/packages/build.js';
import { processed, until } from '../../../../../test/fixtures/packages/processed.js';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const SIGNATURE = 'Waymark-Test-Signature';
const WORDS = 'these words stand for malware in a test of Waymark and nowhere else';

let clamd: TestClamd;
let t: TestApp;
let author: Client;

// Fetching clamd, where there is none yet, takes what the network takes.
beforeAll(async () => {
  clamd = await startClamd({ name: SIGNATURE, words: WORDS, settings: { StreamMaxLength: '20M' } });
  t = await testApp({ WAYMARK_CLAMD: clamd.socket });
  const personId = await t.make.person();
  await t.make.grant({ personId, role: 'author' });
  author = await t.as(personId);
  await t.work();
}, 600_000);
afterAll(async () => {
  await t.stop();
  await clamd.discard();
});

const send = async (kind: string, body: Uint8Array | string): Promise<Upload> => {
  const headers = { 'content-type': 'application/octet-stream' };
  return (await author.post(`/uploads?kind=${kind}&name=a`, Buffer.from(body), headers)).json<Upload>();
};
const stateOf = async (id: string) => (await author.get(`/uploads/${id}`)).json<Upload>();
const addressOf = (body: Uint8Array) => createHash('sha256').update(body).digest('hex');
const films = async () => (await t.db.sql('select from package_file')).length;

describe('with a real clamd', () => {
  it('a clean file passes', async () => {
    const upload = await processed(author, (await send('package', scorm12({ title: 'Clean' }))).id);
    expect(upload).toMatchObject({ state: 'ready', title: 'Clean', waitingFor: null });
  });

  it.each([
    ['in the file itself', 'captions', () => Buffer.from(`WEBVTT\n\n00:01.000 --> 00:02.000\n${WORDS}\n`)],
    ['in a file of the package', 'package', () => scorm12({}, { 'index.html': `<p>${WORDS}</p>` })],
    ['before the end of a large file', 'video', () => Buffer.concat([Buffer.alloc(9_000_000), Buffer.from(WORDS)])],
  ])('malware %s is named, and nothing of it is kept', async (_where, kind, make) => {
    const before = await films();
    const body = make();
    const refused = await processed(author, (await send(kind, body)).id);
    expect(refused.state).toBe('refused');
    expect(refused.refusal).toBe(`The malware scan found “${SIGNATURE}” in this file. It was not kept.`);
    expect(await films()).toBe(before);
    await until(async () => (await t.app.get(Storage).size(addressOf(body))) === undefined);
  });

  it('what the scanner does not look at does not pass', async () => {
    const refused = await processed(author, (await send('video', Buffer.alloc(21 * 1024 * 1024, 'film '))).id);
    expect(refused).toMatchObject({ state: 'refused', refusal: expect.stringContaining('could not look into') });
  });

  it('an upload waits while clamd is away, says so, and goes on by itself', async () => {
    await clamd.stop();
    const { id } = await send('package', scorm12({ title: 'Patient' }));
    await until(async () => (await stateOf(id)).waitingFor === 'malware-scan');
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', refusal: null });
    await clamd.start();
    // The next try comes in half a minute; here it comes now.
    await t.db.sql(`update pgboss.job set start_after = now() where data ->> 'id' = $1 and state = 'created'`, [id]);
    expect(await processed(author, id)).toMatchObject({ state: 'ready', title: 'Patient', waitingFor: null });
  });
});
