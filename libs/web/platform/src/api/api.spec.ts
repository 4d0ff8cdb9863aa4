import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { problem, stubApi } from '../testing/stub-api.js';
import { addressOf, api } from './api.js';
import { ApiProblem } from './api-problem.js';
import { onSignedOut } from './signed-out.js';

const realFetch = globalThis.fetch;
const signedOut = () => problem(401, 'signed-out');

beforeEach(() => localStorage.clear());
afterEach(() => {
  globalThis.fetch = realFetch;
});

/** An API whose session has run out until it is renewed. */
function expiredApi(renewal: 'works' | 'refused') {
  let renewed = false;
  return stubApi({
    'GET /me': () => (renewed ? { name: 'Aisha' } : signedOut()),
    'GET /my/today': () => (renewed ? { today: '2026-11-23' } : signedOut()),
    'POST /auth/refresh': () => {
      if (renewal === 'refused') return signedOut();
      renewed = true;
      return null;
    },
  });
}

describe('the API client', () => {
  it('renews the session once for requests at the same time, then asks each again', async () => {
    const { calls } = expiredApi('works');
    const answers = await Promise.all([api.get('/me'), api.get('/my/today'), api.get('/me')]);
    expect(answers).toEqual([{ name: 'Aisha' }, { today: '2026-11-23' }, { name: 'Aisha' }]);
    expect(calls.filter((call) => call === 'POST /auth/refresh')).toHaveLength(1);
    expect(calls.filter((call) => call === 'GET /me')).toHaveLength(4);
  });

  it('does not renew again when another tab has done it since the request was sent', async () => {
    let asked = 0;
    const { calls } = stubApi({
      'GET /me': () => {
        asked += 1;
        if (asked > 1) return { name: 'Aisha' };
        localStorage.setItem('waymark.refreshed-at', String(Date.now() + 1));
        return signedOut();
      },
    });
    await expect(api.get('/me')).resolves.toEqual({ name: 'Aisha' });
    expect(calls).toEqual(['GET /me', 'GET /me']);
  });

  it('says that the session is over when it cannot be renewed', async () => {
    expiredApi('refused');
    let told = 0;
    const stop = onSignedOut(() => (told += 1));
    await expect(api.get('/my/today')).rejects.toMatchObject({ status: 401, code: 'signed-out' });
    stop();
    expect(told).toBe(1);
  });

  it('does not take a refused sign-in for a session that ran out', async () => {
    const { calls } = stubApi({ 'POST /auth/sign-in': () => problem(401, 'sign-in-failed') });
    await expect(api.post('/auth/sign-in', {})).rejects.toMatchObject({ code: 'sign-in-failed' });
    expect(calls).toEqual(['POST /auth/sign-in']);
  });

  it('keeps the fields, the wait and the sentence of a problem', async () => {
    stubApi({
      'PUT /people/1': () =>
        new Response(
          JSON.stringify({
            code: 'not-valid',
            detail: 'Look again.',
            fields: [{ path: 'givenName', message: 'Missing' }],
          }),
          { status: 422, headers: { 'retry-after': '30' } },
        ),
    });
    const error = await api.put('/people/1', {}, { version: 3 }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({
      status: 422,
      message: 'Look again.',
      retryAfter: 30,
      fields: [{ path: 'givenName', message: 'Missing' }],
    });
  });

  it('sends the version it read as If-Match', async () => {
    let header: string | null = null;
    globalThis.fetch = (_input, init) => {
      header = new Headers(init?.headers).get('if-match');
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    await api.put('/people/1', { givenName: 'Aisha' }, { version: 3 });
    expect(header).toBe('"3"');
  });

  it('says when nothing answered, and when something else answered', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(api.get('/me')).rejects.toMatchObject({ status: 0, code: 'no-signal' });
    globalThis.fetch = () => Promise.resolve(new Response('<html>', { status: 502 }));
    await expect(api.get('/me')).rejects.toMatchObject({ status: 502, code: 'unexpected' });
  });

  it('leaves empty values out of the address', () => {
    expect(addressOf('/people', { q: 'Dvořák', cursor: null, group: undefined, status: '' })).toBe(
      '/api/v1/people?q=Dvo%C5%99%C3%A1k',
    );
    expect(addressOf('/people')).toBe('/api/v1/people');
  });
});
