import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { shuffled } from './chance.js';
import { seededChance } from './seeded-chance.js';

const chanceOf = (seed: string) => seededChance(seed, (text) => createHash('sha256').update(text).digest('hex'));

describe('chance from a seed', () => {
  it('is the same again, and another for another seed', () => {
    const of = (seed: string) => {
      const chance = chanceOf(seed);
      return [chance.below(1000), chance.id(), chance.below(7), chance.id()];
    };
    expect(of('one')).toEqual(of('one'));
    expect(of('two')).not.toEqual(of('one'));
  });

  it('is even, and ids are version 4 and never the same', () => {
    const chance = chanceOf('even');
    const counts = Array.from({ length: 6 }, () => 0);
    const ids = new Set<string>();
    for (let n = 0; n < 6000; n += 1) {
      const face = chance.below(6);
      counts[face] = (counts[face] ?? 0) + 1;
      ids.add(chance.id());
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(130);
    expect(ids.size).toBe(6000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('puts a list in any order, with everything still in it', () => {
    const mixed = shuffled(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], chanceOf('list'));
    expect(mixed).not.toEqual(mixed.toSorted());
    expect(mixed.toSorted().join('')).toBe('abcdefgh');
    expect(shuffled([], chanceOf('none'))).toEqual([]);
  });
});
