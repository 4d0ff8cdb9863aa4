import { describe, expect, it } from '@jest/globals';
import { londonDate, londonInstant } from '../calendar/london.js';
import { standingOf } from '../standing/standing-of.js';
import { factsKnownNow, factsKnownThen, type RecordedFacts } from './facts-as-of.js';

const at = (date: string, hour = 9) => londonInstant(date, hour * 60);

/** Owed since 1 April, due 10 May; done on 12 May and written down on 20 May; taken back on 1 June. */
const facts: RecordedFacts = {
  completions: [
    { seq: 1, completedOn: '2026-05-12', validUntil: '2027-05-11', windowDays: 30, recordedAt: at('2026-05-20') },
  ],
  revocations: [{ entry: 1, recordedAt: at('2026-06-01') }],
  cycles: [
    {
      cycle: 1,
      dueOn: '2026-05-10',
      opensOn: null,
      renewal: false,
      closed: null,
      closedOn: null,
      createdOn: '2026-04-01',
      knownFrom: at('2026-04-01'),
    },
    {
      cycle: 1,
      dueOn: '2026-05-10',
      opensOn: null,
      renewal: false,
      closed: 'fulfilled',
      closedOn: '2026-05-12',
      createdOn: '2026-04-01',
      knownFrom: at('2026-05-20'),
    },
    {
      cycle: 1,
      dueOn: '2026-05-10',
      opensOn: null,
      renewal: false,
      closed: null,
      closedOn: null,
      createdOn: '2026-04-01',
      knownFrom: at('2026-06-01'),
    },
  ],
  attempts: [],
  exemptions: [],
};
const then = (date: string, hour?: number) => standingOf(factsKnownThen(facts, at(date, hour)), date);
const now = (date: string, known = facts) => standingOf(factsKnownNow(known, date), date);

describe('standing as known then', () => {
  it('knows nothing that was recorded later', () => {
    expect(then('2026-03-31')).toBe('not required');
    expect(then('2026-05-10')).toBe('not started');
    expect(then('2026-05-14')).toBe('overdue');
    expect(then('2026-05-20', 8)).toBe('overdue');
    expect(then('2026-05-20', 9)).toBe('valid');
    expect(then('2026-05-31')).toBe('valid');
    expect(then('2026-06-01')).toBe('overdue');
  });
});

describe('an exemption that was ended early', () => {
  const ended = { on: '2026-05-13', at: at('2026-05-14', 10) };
  const exempt: RecordedFacts = {
    ...facts,
    completions: [],
    revocations: [],
    cycles: facts.cycles.slice(0, 1),
    exemptions: [{ from: '2026-05-14', to: '2026-12-31', recordedAt: at('2026-05-14', 8), ended }],
  };
  const known = (hour: number) => standingOf(factsKnownThen(exempt, at('2026-05-14', hour)), '2026-05-14');
  it('was known to be one until somebody ended it', () => {
    expect(known(7)).toBe('overdue');
    expect(known(9)).toBe('exempt');
    expect(known(10)).toBe('overdue');
    expect(now('2026-05-14', exempt)).toBe('overdue');
  });
});

describe('two states of one moment', () => {
  it('are one after the other', () => {
    const reopened = facts.cycles.map((state) => ({ ...state, knownFrom: at('2026-05-20') }));
    const known = factsKnownThen({ ...facts, cycles: reopened }, at('2026-05-20'));
    expect(known.cycles).toMatchObject([{ closed: null }]);
  });
});

describe('standing as known now', () => {
  it('counts what was done by then, and nothing that was taken back', () => {
    expect(now('2026-05-14')).toBe('overdue');
    const kept = { ...facts, revocations: [], cycles: facts.cycles.slice(0, 2) };
    expect(now('2026-05-11', kept)).toBe('overdue');
    expect(now('2026-05-12', kept)).toBe('valid');
    expect(now('2026-03-31', kept)).toBe('not required');
  });

  it('sees an attempt that was open on that day', () => {
    const begun = {
      ...facts,
      revocations: [],
      cycles: [],
      attempts: [{ startedAt: at('2026-05-02'), abandonedAt: null }],
    };
    expect(now('2026-05-01', begun)).toBe('not required');
    expect(now('2026-05-02', begun)).toBe('in progress');
    expect(now('2026-05-12', begun)).toBe('valid');
    const left = {
      ...begun,
      completions: [],
      attempts: [{ startedAt: at('2026-05-02'), abandonedAt: at('2026-05-05') }],
    };
    expect(now('2026-05-04', left)).toBe('in progress');
    expect(now('2026-05-05', left)).toBe('not required');
  });
});

describe('a time in London', () => {
  it('is right on the days when clocks change', () => {
    expect(new Date(londonInstant('2026-05-14', 540)).toISOString()).toBe('2026-05-14T08:00:00.000Z');
    expect(new Date(londonInstant('2026-12-14', 540)).toISOString()).toBe('2026-12-14T09:00:00.000Z');
    expect(new Date(londonInstant('2026-03-29', 180)).toISOString()).toBe('2026-03-29T02:00:00.000Z');
    expect(new Date(londonInstant('2026-03-29', 30)).toISOString()).toBe('2026-03-29T00:30:00.000Z');
    expect(new Date(londonInstant('2026-10-25', 90)).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(new Date(londonInstant('2026-10-25', 180)).toISOString()).toBe('2026-10-25T03:00:00.000Z');
    expect(londonDate(londonInstant('2026-10-25', 1439))).toBe('2026-10-25');
  });
});
