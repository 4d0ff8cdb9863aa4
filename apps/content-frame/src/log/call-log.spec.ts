import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RuntimeCall } from '@lms/contracts';
import { CallLog, mostCalls } from './call-log.js';

const made = { call: 'SetValue', element: 'cmi.location', value: 'p', answer: 'true', error: '' };
let posted: RuntimeCall[][];
let log: CallLog;

beforeEach(() => {
  jest.useFakeTimers();
  posted = [];
  log = new CallLog(
    (calls) => posted.push(calls),
    () => new Date('2026-11-23T10:00:00Z'),
  );
});

describe('CallLog', () => {
  it('hands on in batches, and some time later', () => {
    for (let n = 0; n < 130; n += 1) log.add('main', made);
    expect(posted.map((calls) => calls.length)).toEqual([100]);
    jest.runAllTimers();
    expect(posted.map((calls) => calls.length)).toEqual([100, 30]);
    expect(posted.flat().map((call) => call.n)).toEqual(Array.from({ length: 130 }, (_, n) => n + 1));
  });

  it('cuts long values and says how long they were', () => {
    log.add('main', { ...made, value: 'x'.repeat(64_000), answer: 'y'.repeat(900) });
    log.flush();
    expect(posted[0]?.[0]).toMatchObject({ length: 64_000, value: 'x'.repeat(300), answer: 'y'.repeat(300) });
  });

  it('holds no more than its share', () => {
    for (let n = 0; n < mostCalls + 500; n += 1) log.add('main', made);
    log.flush();
    expect(posted.flat()).toHaveLength(mostCalls);
  });

  it('keeps the rest of a page that is going, and the first of its last calls', () => {
    const kept: number[] = [];
    log.add('main', made);
    log.leaving((calls) => kept.push(calls.length));
    for (let n = 0; n < 50; n += 1) log.add('main', made);
    expect(kept[0]).toBe(1);
    expect(kept).toEqual([1, 2, 21]);
    expect(posted).toEqual([]);
    log.leaving(null);
    log.flush();
    expect(posted.flat()).toHaveLength(21);
  });
});
