import { createHash } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Arrivals, Storage } from '@lms/api-platform';
import type { Problem, Upload } from '@lms/contracts';
import { scorm12 } from '../../../../../../test/fixtures/packages/build.js';
import { processed, until } from '../../../../../../test/fixtures/packages/processed.js';
import { type Client, PASSWORD, testApp, type TestApp } from '../../../../../../test/http/test-app.js';

const MB = 1024 * 1024;
const TUS = { 'tus-resumable': '1.0.0' };
const PIECE = { ...TUS, 'content-type': 'application/offset+octet-stream' };

let t: TestApp;
let token: string;
let author: Client;
let me: string;

const tokenOf = async (personId: string): Promise<string> => {
  const name = `u${personId.replaceAll('-', '')}`;
  const tokens = await t.anonymous.post('/auth/token', { name, password: PASSWORD });
  return tokens.json<{ accessToken: string }>().accessToken;
};

beforeAll(async () => {
  t = await testApp();
  me = await t.make.person();
  await t.make.grant({ personId: me, role: 'author' });
  author = await t.as(me);
  token = await tokenOf(me);
  await t.work();
});
afterAll(() => t.stop());

const base64 = (text: string) => Buffer.from(text).toString('base64');
const announce = (size: number, kind = 'package', name = 'plant.zip') => ({
  ...TUS,
  'upload-length': String(size),
  'upload-metadata': `kind ${base64(kind)},name ${base64(name)}`,
});
const call = async (method: string, url: string, headers: Record<string, string>, body?: Buffer, as = token) => {
  const all = { host: new URL(t.origin).host, ...(as ? { authorization: `Bearer ${as}` } : {}), ...headers };
  return t.app.inject({ method: method as 'GET', url, headers: all, ...(body ? { payload: body } : {}) });
};
const begin = async (size: number, kind?: string, name?: string): Promise<string> => {
  const answer = await call('POST', '/api/v1/uploads/resumable', announce(size, kind, name));
  expect(answer.statusCode).toBe(201);
  return String(answer.headers['location']);
};
const idOf = (place: string) => place.slice(place.lastIndexOf('/') + 1);
const piece = (place: string, offset: number, body: Buffer) =>
  call('PATCH', place, { ...PIECE, 'upload-offset': String(offset) }, body);
const arrived = async (place: string) => Number((await call('HEAD', place, TUS)).headers['upload-offset']);
const codeOf = (answer: { statusCode: number; json(): Problem }) => [answer.statusCode, answer.json().code];

describe('an upload in pieces', () => {
  it('grows, and becomes an ordinary upload with the same id after its last byte', async () => {
    const zip = Buffer.from(scorm12({ title: 'In pieces' }));
    const place = await begin(zip.length);
    expect(place).toMatch(/^\/api\/v1\/uploads\/resumable\/[0-9a-f-]{36}$/);
    expect(await arrived(place)).toBe(0);
    expect((await author.get(`/uploads/${idOf(place)}`)).status).toBe(404);
    const first = await piece(place, 0, zip.subarray(0, 100));
    expect([first.statusCode, first.headers['upload-offset']]).toEqual([204, '100']);
    expect(Date.parse(String(first.headers['upload-expires']))).toBeGreaterThan(Date.now());
    expect(await arrived(place)).toBe(100);
    expect((await piece(place, 100, zip.subarray(100))).headers['upload-offset']).toBe(String(zip.length));
    const ready = await processed(author, idOf(place));
    expect(ready).toMatchObject({ state: 'ready', title: 'In pieces', size: zip.length, name: 'plant.zip' });
    // Whoever did not hear of the last piece finds that all is there.
    expect(await arrived(place)).toBe(zip.length);
    expect(await t.app.get(Arrivals).size(idOf(place))).toBe(0);
    const audit = await t.db.sql(`select from audit_event where action = 'upload.receive' and target_id = $1`, [
      idOf(place),
    ]);
    expect(audit).toHaveLength(1);
  });

  it('may come whole with its announcement', async () => {
    const zip = Buffer.from(scorm12({ title: 'At once' }));
    const headers = { ...announce(zip.length), 'content-type': 'application/offset+octet-stream' };
    const answer = await call('POST', '/api/v1/uploads/resumable', headers, zip);
    expect([answer.statusCode, answer.headers['upload-offset']]).toEqual([201, String(zip.length)]);
    const ready = await processed(author, idOf(String(answer.headers['location'])));
    expect(ready).toMatchObject({ state: 'ready', title: 'At once' });
  });

  it('goes on when the process died between the last byte and the note of it', async () => {
    const zip = Buffer.from(scorm12({ title: 'Not noted' }));
    const place = await begin(zip.length);
    await t.app.get(Arrivals).append(idOf(place), 0, Readable.from([zip]));
    expect(await arrived(place)).toBe(zip.length);
    expect(await processed(author, idOf(place))).toMatchObject({ state: 'ready', title: 'Not noted' });
  });

  it('is refused for what is in it, like every other', async () => {
    const place = await begin(5, 'document', 'a.pdf');
    await piece(place, 0, Buffer.from('hello'));
    expect(await processed(author, idOf(place))).toMatchObject({ state: 'refused', refusal: expect.any(String) });
  });

  it('can be stopped, and nothing of it remains', async () => {
    const place = await begin(1000);
    await piece(place, 0, Buffer.alloc(500));
    expect((await call('DELETE', place, TUS)).statusCode).toBe(204);
    expect((await call('HEAD', place, TUS)).statusCode).toBe(404);
    expect(await t.app.get(Arrivals).size(idOf(place))).toBe(0);
    expect(await t.db.sql('select from arriving_upload where id = $1', [idOf(place)])).toEqual([]);
  });

  it('cannot be stopped when all of it is there', async () => {
    const zip = Buffer.from(scorm12({ title: 'Stays' }));
    const place = await begin(zip.length);
    await piece(place, 0, zip);
    expect((await call('DELETE', place, TUS)).statusCode).toBe(400);
    expect(await processed(author, idOf(place))).toMatchObject({ state: 'ready' });
  });
});

describe('what is refused', () => {
  const post = (headers: Record<string, string>) => call('POST', '/api/v1/uploads/resumable', headers);

  it.each<[string, () => Record<string, string>, number, string]>([
    ['more than a kind may have', () => announce(201 * MB, 'document'), 413, 'too-large'],
    ['captions of 3 MB', () => announce(3 * MB, 'captions'), 413, 'too-large'],
    ['a package of 3 GB', () => announce(3 * 1024 * MB), 413, 'too-large'],
    ['an empty file', () => announce(0), 422, 'invalid'],
    ['an unknown kind', () => announce(1, 'film'), 422, 'invalid'],
    ['a name that cannot be shown', () => announce(1, 'video', 'a\u0000b'), 422, 'invalid'],
    ['a name without end', () => announce(1, 'video', 'x'.repeat(241)), 422, 'invalid'],
    ['no name', () => ({ ...TUS, 'upload-length': '1' }), 422, 'invalid'],
    ['no length', () => ({ ...announce(1), 'upload-length': '' }), 400, 'bad-request'],
    ['an unsaid length', () => ({ ...TUS, 'upload-defer-length': '1' }), 400, 'not-offered'],
    ['another protocol', () => ({ 'upload-length': '1' }), 412, 'tus-version'],
  ])('%s', async (_what, headers, status, code) => {
    const rows = await t.db.sql('select from arriving_upload');
    expect(codeOf(await post(headers()))).toEqual([status, code]);
    expect(await t.db.sql('select from arriving_upload')).toHaveLength(rows.length);
  });

  it('a piece at another place, or longer than what was announced', async () => {
    const place = await begin(10);
    expect(codeOf(await piece(place, 5, Buffer.from('x')))).toEqual([409, 'wrong-offset']);
    expect(codeOf(await piece(place, 0, Buffer.alloc(11)))).toEqual([413, 'too-large']);
    expect(codeOf(await call('PATCH', place, { ...PIECE }, Buffer.from('x')))).toEqual([403, 'not-a-piece']);
    const json = { ...TUS, 'upload-offset': '0', 'content-type': 'application/json' };
    expect((await call('PATCH', place, json, Buffer.from('{}'))).statusCode).toBe(400);
    expect(await arrived(place)).toBe(0);
  });

  it('one that was left too long', async () => {
    const place = await begin(10);
    await t.db.sql(`update arriving_upload set expires_at = '2026-01-01' where id = $1`, [idOf(place)]);
    expect(codeOf(await piece(place, 0, Buffer.from('x')))).toEqual([410, 'upload-expired']);
  });

  it('other people: who may not write courses, who is not signed in, and who did not begin it', async () => {
    const place = await begin(10);
    const learner = await t.make.person();
    await t.as(learner);
    const other = await t.make.person();
    await t.make.grant({ personId: other, role: 'author' });
    await t.as(other);
    const [learnerToken, otherToken] = [await tokenOf(learner), await tokenOf(other)];
    const methods = ['HEAD', 'PATCH', 'DELETE'];
    const statuses = async (as: string) => {
      const headers = { ...PIECE, 'upload-offset': '0' };
      const answers = await Promise.all(methods.map((method) => call(method, place, headers, undefined, as)));
      return answers.map((answer) => answer.statusCode);
    };
    expect(await statuses('')).toEqual([401, 401, 401]);
    expect(await statuses(learnerToken)).toEqual([403, 403, 403]);
    expect(await statuses(otherToken)).toEqual([404, 404, 404]);
    expect(await arrived(place)).toBe(0);
    const posted = await call('POST', '/api/v1/uploads/resumable', announce(1), undefined, learnerToken);
    expect(posted.statusCode).toBe(403);
  });

  it('more unfinished ones than anybody needs', async () => {
    const hoarder = await t.make.person();
    await t.make.grant({ personId: hoarder, role: 'author' });
    await t.as(hoarder);
    await t.db.sql(
      `insert into arriving_upload (id, kind, name, size, created_by, created_at, expires_at)
       select gen_random_uuid(), 'video', 'x', 1, $1, '2026-01-01', '2100-01-01' from generate_series(1, 40)`,
      [hoarder],
    );
    const answer = await call('POST', '/api/v1/uploads/resumable', announce(1), undefined, await tokenOf(hoarder));
    expect(codeOf(answer)).toEqual([409, 'too-many-unfinished']);
  });
});

describe('over the network', () => {
  let port: number;
  beforeAll(async () => {
    await t.app.listen(0, '127.0.0.1');
    port = (t.app.getHttpServer().address() as { port: number }).port;
  });
  const sending = (place: string, offset: number, length: number): ClientRequest =>
    request({
      host: '127.0.0.1',
      port,
      method: 'PATCH',
      path: place,
      headers: {
        ...PIECE,
        host: new URL(t.origin).host,
        authorization: `Bearer ${token}`,
        'upload-offset': offset,
        'content-length': length,
      },
    });
  const statusOf = (sent: ClientRequest) =>
    new Promise<number | undefined>((resolve, reject) => {
      sent.on('response', (answer) => resolve(answer.statusCode));
      sent.on('error', reject);
    });

  it('goes on after a connection that died half-way, and the file is whole', async () => {
    const film = Buffer.alloc(12 * MB + 5, 'a film of no interest ');
    const place = await begin(film.length, 'video', 'film.mp4');
    const first = sending(place, 0, film.length);
    const died = new Promise((resolve) => first.on('error', resolve));
    first.write(film.subarray(0, 5 * MB));
    await until(async () => (await t.app.get(Arrivals).size(idOf(place))) >= MB);
    first.destroy();
    await died;
    const offset = await arrived(place);
    expect(offset).toBeGreaterThanOrEqual(MB);
    expect(offset).toBeLessThan(film.length);
    const second = sending(place, offset, film.length - offset);
    second.end(film.subarray(offset));
    expect(await statusOf(second)).toBe(204);
    const sha256 = createHash('sha256').update(film).digest('hex');
    await until(async () => (await t.db.sql('select from upload where sha256 = $1', [sha256])).length === 1);
    await processed(author, idOf(place));
  });

  it('takes over from a connection that hangs', async () => {
    const place = await begin(4 * MB, 'video', 'film.mp4');
    const hanging = sending(place, 0, 4 * MB);
    hanging.on('error', () => undefined);
    hanging.write(Buffer.alloc(MB, 1));
    await until(async () => (await t.app.get(Arrivals).size(idOf(place))) === MB);
    expect(await arrived(place)).toBe(MB);
    expect((await piece(place, MB, Buffer.alloc(MB, 2))).statusCode).toBe(204);
    expect(await arrived(place)).toBe(2 * MB);
    hanging.destroy();
  });

  it('does not pile up in memory', async () => {
    const size = 220 * MB;
    const place = await begin(size, 'video', 'film.mp4');
    const before = process.memoryUsage.rss();
    let highest = before;
    const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 20);
    const sent = sending(place, 0, size);
    const status = statusOf(sent);
    for (let n = 0; n < 220; n += 1) {
      if (!sent.write(Buffer.alloc(MB, n))) await new Promise((resolve) => sent.once('drain', resolve));
    }
    sent.end();
    expect(await status).toBe(204);
    await processed(author, idOf(place));
    clearInterval(watch);
    expect(highest - before).toBeLessThan(170 * MB);
  }, 120_000);
});

describe('the storage', () => {
  it('holds nothing of an upload that is refused', async () => {
    const body = Buffer.from('This is no package at all');
    const place = await begin(body.length);
    await piece(place, 0, body);
    expect(await processed(author, idOf(place))).toMatchObject({ state: 'refused' } satisfies Partial<Upload>);
    const sha256 = createHash('sha256').update(body).digest('hex');
    await until(async () => (await t.app.get(Storage).size(sha256)) === undefined);
  });
});
