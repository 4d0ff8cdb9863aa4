import { describe, expect, it } from '@jest/globals';
import { filmAct, SPEEDS, stepSpeed } from './film-keys.js';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe('keys of the film', () => {
  it('know letters in both cases, and leave the browser its own', () => {
    expect(filmAct({ ...plain, key: 'K' })).toEqual({ act: 'toggle' });
    expect(filmAct({ ...plain, key: 'j' })).toEqual({ act: 'skip', seconds: -10 });
    expect(filmAct({ ...plain, key: 'l', ctrlKey: true })).toBeNull();
    expect(filmAct({ ...plain, key: 'Tab' })).toBeNull();
  });

  it('speed goes up and down by steps and stops at the ends', () => {
    const up = SPEEDS.reduce<number[]>((seen) => [...seen, stepSpeed(seen.at(-1) ?? 0.75, 1)], [0.75]);
    expect(up).toEqual([0.75, 1, 1.25, 1.5, 2, 2]);
    expect(stepSpeed(0.75, -1)).toBe(0.75);
    // A browser's own menu offers others.
    expect(stepSpeed(1.75, 1)).toBe(2);
  });
});
