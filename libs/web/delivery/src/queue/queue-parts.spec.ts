import { describe, expect, it } from '@jest/globals';
import { backOff } from './back-off.js';
import type { Fetch } from './send-batch.js';
import { sendBatch } from './send-batch.js';
import { bytesOf, takeBatch, takeSmall } from './take-batch.js';

const rows = (...bytes: number[]): { bytes: number }[] => bytes.map((one) => ({ bytes: one }));

describe('takeBatch', () => {
  it('stops at 200 entries and at 700 kB', () => {
    expect(takeBatch(rows(...Array<number>(300).fill(1)))).toHaveLength(200);
    expect(takeBatch(rows(300_000, 300_000, 300_000))).toHaveLength(2);
  });
  it('always takes one, however big', () => {
    expect(takeBatch(rows(900_000, 1))).toHaveLength(1);
  });
});

describe('takeSmall', () => {
  it('leaves out what does not fit and keeps the budget', () => {
    expect(takeSmall(rows(40, 70, 20, 50), 100).map((row) => row.bytes)).toEqual([40, 20]);
  });
});

it('counts bytes, not characters', () => {
  expect(bytesOf('é')).toBe(5);
});

describe('backOff', () => {
  it('doubles, is never longer than 30 seconds, and takes at most half off', () => {
    expect([1, 2, 3].map((failures) => backOff(failures, 0))).toEqual([500, 1000, 2000]);
    expect(backOff(50, 0)).toBe(30_000);
    expect(backOff(50, 0.999_999)).toBeGreaterThan(14_999);
  });
  it('waits as long as the server asks, up to the same limit', () => {
    expect(backOff(1, 0, 7000)).toBe(7000);
    expect(backOff(1, 0, 90_000)).toBe(30_000);
  });
});

describe('sendBatch', () => {
  const answer = (status: number, type: string, body: string, headers = {}): Fetch => {
    const json = async (): Promise<unknown> => JSON.parse(body);
    const response = {
      ok: status < 300,
      status,
      headers: new Map(Object.entries({ 'content-type': type, ...headers })),
      json,
    };
    return () => Promise.resolve(response as unknown as Response);
  };
  const kind = async (fetch: Fetch): Promise<string> => (await sendBatch(fetch, 'launch', 'token', [])).kind;
  const problem = 'application/problem+json';

  it.each([
    ['a result', answer(200, 'application/json', '{"acknowledged":[1]}'), 'taken'],
    ['a page that is no result', answer(200, 'text/html', '<p>Welcome to the guest network'), 'later'],
    ['our conflict', answer(409, problem, '{"code":"commit-differs"}'), 'differs'],
    ['our refusal', answer(400, problem, '{"code":"not-valid"}'), 'refused'],
    ['the end of the launch', answer(401, problem, '{"code":"launch-ended"}'), 'ended'],
    ['another 401', answer(401, problem, '{"code":"signed-out"}'), 'later'],
    ['a gateway’s 401', answer(401, 'text/html', '<p>Log in'), 'later'],
    ['a gateway’s 400', answer(400, 'text/html', '<p>Bad'), 'later'],
    ['too much at once', answer(413, 'text/html', ''), 'too-large'],
    ['a failing server', answer(500, problem, '{}'), 'later'],
    ['nobody', () => Promise.reject(new TypeError('no network')), 'later'],
  ])('%s', async (_name, fetch, expected) => {
    expect(await kind(fetch)).toBe(expected);
  });

  it('reads how long to wait', async () => {
    const outcome = await sendBatch(answer(429, problem, '{}', { 'retry-after': '12' }), 'launch', 'token', []);
    expect(outcome).toEqual({ kind: 'later', reached: true, retryAfterMs: 12_000 });
  });
});
