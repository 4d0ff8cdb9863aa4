import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RuntimeCall } from '@lms/contracts';
import { RuntimeLogSender } from './runtime-log-sender.js';

const launch = { launchId: 'l-1', commitToken: 't' };
const calls = (from: number, count: number): RuntimeCall[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ n: from + at, at: '2026-11-23T10:00:00.000Z', sco: 'one', call: 'Commit', element: '', value: '' },
    ...{ length: 0, answer: 'true', error: '' },
  }));
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

let sent: { url: string; token: string; first: number; count: number }[];
let answers: (() => Promise<Response>)[];
let pauses: number;
let busy: boolean;
let sender: RuntimeLogSender;

beforeEach(() => {
  [sent, answers, pauses, busy] = [[], [], 0, false];
  sender = new RuntimeLogSender({
    busy: () => busy,
    pause: () => {
      pauses += 1;
      busy = false;
      return Promise.resolve();
    },
    fetch: (url, init) => {
      const body = JSON.parse(String(init.body)) as { calls: RuntimeCall[] };
      const token = new Headers(init.headers).get('authorization') ?? '';
      sent.push({ url, token, first: body.calls[0]?.n ?? 0, count: body.calls.length });
      return answers.shift()?.() ?? Promise.resolve(Response.json({ kept: 1, full: false }));
    },
  });
  sender.begin(launch);
});

describe('RuntimeLogSender', () => {
  it('sends each batch with the launch’s own token', async () => {
    sender.add(calls(1, 2));
    sender.add(calls(3, 1));
    sender.add(calls(7, 1), { launchId: 'earlier', commitToken: 'its own' });
    await settled();
    expect(sent).toEqual([
      { url: '/api/v1/launches/l-1/log', token: 'Bearer t', first: 1, count: 2 },
      { url: '/api/v1/launches/l-1/log', token: 'Bearer t', first: 3, count: 1 },
      { url: '/api/v1/launches/earlier/log', token: 'Bearer its own', first: 7, count: 1 },
    ]);
    expect(sender.recent.map((call) => call.n)).toEqual([1, 2, 3]);
  });

  it('lets what has to be saved go first', async () => {
    busy = true;
    sender.add(calls(1, 1));
    await settled();
    expect([pauses, sent.length]).toEqual([1, 1]);
  });

  it('tries again where there was no signal, and gives up in the end', async () => {
    const lost = (): Promise<Response> => Promise.reject(new TypeError('no network'));
    answers = [lost, lost];
    sender.add(calls(1, 1));
    await settled();
    expect([sent.length, pauses]).toEqual([3, 2]);
    answers = Array.from({ length: 9 }, () => lost);
    sender.add(calls(2, 1));
    await settled();
    expect(sent.length).toBe(8);
  });

  it('stops when the log is full', async () => {
    answers = [() => Promise.resolve(Response.json({ kept: 0, full: true }))];
    sender.add(calls(1, 1));
    await settled();
    sender.add(calls(2, 1));
    await settled();
    expect(sent).toHaveLength(1);
  });

  it('remembers the last two hundred for a report', () => {
    sender.add(calls(1, 300));
    expect([sender.recent.length, sender.recent[0]?.n]).toEqual([200, 101]);
  });
});
