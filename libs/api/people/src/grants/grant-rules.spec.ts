import { describe, expect, it } from '@jest/globals';
import { carriesOn, endProblems, overlap } from './grant-rules.js';

const TODAY = '2026-11-23';
const messageOf = (startsOn: string, endsOn: string | null, end: string) =>
  endProblems({ startsOn, endsOn }, end, TODAY)[0]?.message ?? null;

describe('endProblems', () => {
  it('ends a grant at once, today or later', () => {
    for (const end of ['2026-11-22', TODAY, '2027-01-01']) expect(messageOf('2026-01-01', null, end)).toBeNull();
  });
  it('does not reach further back than yesterday', () => {
    expect(messageOf('2026-01-01', null, '2026-11-21')).toBe('The earliest last day is Sun 22 Nov 2026.');
  });
  it('takes back a grant that has not begun', () => {
    expect(messageOf('2026-12-01', null, '2026-11-30')).toBeNull();
    expect(messageOf('2026-12-01', null, '2026-11-29')).toBe('The earliest last day is Mon 30 Nov 2026.');
  });
  it('puts no end off', () => {
    expect(messageOf('2026-01-01', '2026-12-31', '2026-12-30')).toBeNull();
    expect(messageOf('2026-01-01', '2026-12-31', '2027-01-01')).toContain('Thu 31 Dec 2026');
  });
});

describe('overlap', () => {
  const of = (a: [string, string | null], b: [string, string | null]) =>
    overlap({ startsOn: a[0], endsOn: a[1] }, { startsOn: b[0], endsOn: b[1] });
  it('counts both days', () => {
    expect(of(['2026-01-01', '2026-01-31'], ['2026-01-31', null])).toBe(true);
    expect(of(['2026-01-01', '2026-01-31'], ['2026-02-01', null])).toBe(false);
    expect(of(['2026-02-01', null], ['2026-01-01', '2026-01-31'])).toBe(false);
    expect(of(['2026-02-01', null], ['2026-01-01', null])).toBe(true);
  });
});

describe('carriesOn', () => {
  const of = (startsOn: string, endsOn: string | null) => carriesOn({ startsOn, endsOn }, '2026-11-30', TODAY);
  it('leaves no day between', () => {
    expect(of('2026-01-01', null)).toBe(true);
    expect(of('2026-12-01', '2026-12-01')).toBe(true);
    expect(of('2026-12-02', null)).toBe(false);
    expect(of('2026-01-01', '2026-11-30')).toBe(false);
  });
});
