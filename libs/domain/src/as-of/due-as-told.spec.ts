import { describe, expect, it } from '@jest/globals';
import type { StandingFacts } from '../standing/standing-facts.js';
import { dueAsTold } from './due-as-told.js';

const done = { seq: 1, completedOn: '2026-05-12', validUntil: '2027-05-11', windowDays: 30 };
const facts: StandingFacts = {
  completions: [done],
  revocations: [],
  cycles: [{ cycle: 2, dueOn: '2027-05-11', opensOn: '2027-04-12', renewal: true, closed: null }],
  exemptions: [],
  openAttempts: [],
};

describe('the due date that is told', () => {
  it('comes with the window of a renewal', () => {
    expect(dueAsTold(facts, '2027-04-11')).toBeNull();
    expect(dueAsTold(facts, '2027-04-12')).toBe('2027-05-11');
  });
  it('is there at once where nothing counts, and of what is asked again in between', () => {
    expect(dueAsTold({ ...facts, revocations: [{ entry: 1 }] }, '2026-06-01')).toBe('2027-05-11');
    const again = { cycle: 3, dueOn: '2026-07-01', opensOn: null, renewal: false, closed: null };
    expect(dueAsTold({ ...facts, cycles: [...facts.cycles, again] }, '2026-06-01')).toBe('2026-07-01');
  });
});
