import { describe, expect, it } from '@jest/globals';
import { countdownBars } from './countdown-bars.js';

describe('countdown board', () => {
  it.each([
    [31, 0],
    [30, 3],
    [15, 3],
    [14, 2],
    [8, 2],
    [7, 1],
    [0, 1],
    [-3, 1],
  ] as const)('%d days are %d bars', (days, bars) => {
    expect(countdownBars(days)).toBe(bars);
  });
});
