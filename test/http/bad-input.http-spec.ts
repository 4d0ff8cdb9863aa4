import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RouteCensus } from '@lms/api-platform';
import { type Client, testApp, type TestApp } from './test-app.js';

describe('every route', () => {
  let t: TestApp;
  let everything: Client;
  beforeAll(async () => {
    t = await testApp();
    everything = await mayDoAnything();
  });
  afterAll(() => t.stop());

  const mayDoAnything = async (): Promise<Client> => {
    const person = await t.make.person();
    for (const role of ['people-team', 'author', 'trainer', 'administrator'])
      await t.make.grant({ personId: person, role });
    return t.as(person);
  };
  const routes = () => t.app.get(RouteCensus).routes();
  const address = (path: string, id: string) => `/api/v1${path.replaceAll(/:\w+/g, id)}`;

  it('declares who may call it and what it answers', () => {
    expect(routes().length).toBeGreaterThan(40);
    expect(routes().filter((r) => r.access === undefined || !r.answers || r.unchecked > 0)).toEqual([]);
  });

  it('refuses who is not signed in, unless it says that it is public', async () => {
    for (const route of routes().filter((r) => r.access !== 'public' && r.access !== 'launch')) {
      const url = address(route.path, '019bb1f0-0000-7000-8000-000000000000');
      const answer = await t.app.inject({
        method: route.method as 'GET',
        url,
        headers: { host: 'waymark.localhost:3000' },
      });
      expect([`${route.method} ${route.path}`, answer.statusCode]).toEqual([`${route.method} ${route.path}`, 401]);
      expect(answer.headers['content-type']).toMatch(/problem\+json/);
    }
  });

  const BODIES: unknown[] = [
    undefined,
    {},
    [],
    { name: '\u0000', password: 'x'.repeat(5000) },
    { person: null, engagement: { startsOn: '2026-02-31' } },
    Object.fromEntries(['title', 'code', 'kind', 'reason', 'version', 'entries', 'stages'].map((k) => [k, { $gt: 1 }])),
  ];
  const IDS = [
    ...['019bb1f0-0000-7000-8000-000000000000', 'not-an-id', '%00', '..%2f..', '1 or 1=1'],
    ...['%F0%90', '%zz', 'x'.repeat(600), '__proto__'],
  ];
  const UNKNOWN = '019bb1f0-0000-7000-8000-000000000000';

  /** Every address that is wrong, and every body at one that could be right: a body is not read where the address is refused. */
  const attempts = ({ method, path }: { method: string; path: string }): { url: string; body: unknown }[] => {
    const query = method === 'GET' ? '?cursor=%00&limit=-1&q=%27%22%00' : '';
    const bodies = method === 'GET' || method === 'DELETE' ? [] : BODIES;
    const ids = path.includes(':') ? IDS : IDS.slice(0, 1);
    const addresses = ids.map((id) => ({ url: address(path, id) + query, body: undefined }));
    return [...addresses, ...bodies.map((body) => ({ url: address(path, UNKNOWN), body }))];
  };

  it('never answers 500 for what a client sent', async () => {
    const faults: string[] = [];

    for (const route of routes().filter((r) => !r.path.startsWith('/__content') && r.access !== 'launch')) {
      // Some of these sign their caller out.
      if (/^\/(auth|me)\b/.test(route.path)) everything = await mayDoAnything();
      for (const { url, body } of attempts(route)) {
        const answer = await callWith(route.method, url, body);
        if (answer.status === 401 && !route.path.startsWith('/auth')) faults.push(`signed out: ${url}`);
        if (answer.status >= 500) faults.push(`${route.method} ${url} ${JSON.stringify(body)}`);
        if (answer.status >= 400 && !String(answer.headers['content-type']).includes('problem+json'))
          faults.push(`no problem: ${url}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('answers broken JSON, unknown addresses and wrong methods with a problem', async () => {
    const broken = await t.app.inject({
      method: 'POST',
      url: '/api/v1/auth/token',
      headers: { 'content-type': 'application/json' },
      payload: '{"a":',
    });
    expect([broken.statusCode, broken.json().code]).toEqual([400, 'bad-request']);
    const unknown = await everything.get('/no-such-thing');
    expect([unknown.status, unknown.json<{ code: string }>().code]).toEqual([404, 'not-found']);
  });

  it('answers what cannot be an address, or a request, with a problem', async () => {
    const addresses = { '/people/%F0%90': 400, '/people/%zz': 400, [`/people/${'x'.repeat(600)}`]: 414 };
    for (const [url, status] of Object.entries(addresses)) {
      const answer = await everything.get(url);
      expect([url, answer.json<{ status: number }>().status, answer.status]).toEqual([url, status, status]);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    }
    await t.app.listen(0, '127.0.0.1');
    expect(await said(`GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 .*application\/problem\+json.*"code":"headers-too-large"/s,
    );
    expect(await said('nothing like HTTP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*"code":"bad-request"/s);
  });

  /** What the server says to these very bytes. */
  async function said(bytes: string): Promise<string> {
    const { port } = t.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.end(bytes);
    return (await text(socket)).replace(/\r\n/g, ' ');
  }

  function callWith(method: string, url: string, body: unknown) {
    const headers = { 'if-match': '"1"' };
    if (method === 'GET') return everything.get(url, headers);
    if (method === 'DELETE') return everything.delete(url);
    return method === 'PUT' ? everything.put(url, body ?? {}, headers) : everything.post(url, body, headers);
  }
});
