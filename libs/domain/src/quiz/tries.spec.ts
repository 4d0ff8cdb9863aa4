import { describe, expect, it } from '@jest/globals';
import { nextTryFrom, runEnd, triesLeft } from './tries.js';

describe('tries', () => {
  it('are counted from the moment they begin, and more can be given', () => {
    expect(triesLeft({ limit: 3, extra: 0, begun: 1 })).toBe(2);
    expect(triesLeft({ limit: 3, extra: 0, begun: 4 })).toBe(0);
    expect(triesLeft({ limit: 3, extra: 2, begun: 3 })).toBe(2);
    expect(triesLeft({ limit: null, extra: 0, begun: 99 })).toBeNull();
  });

  it('wait for the cool-down after the last one, to the moment', () => {
    expect(nextTryFrom(null, 60, 0)).toBeNull();
    expect(nextTryFrom(1_000, 10, 1_000)).toBe(601_000);
    expect(nextTryFrom(1_000, 10, 600_999)).toBe(601_000);
    expect(nextTryFrom(1_000, 10, 601_000)).toBeNull();
    expect(nextTryFrom(1_000, 0, 1_000)).toBeNull();
  });

  it('end after the time limit', () => {
    expect([runEnd(5, 2), runEnd(5, null)]).toEqual([120_005, null]);
  });
});
