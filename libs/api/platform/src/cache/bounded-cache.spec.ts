import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BoundedCache } from './bounded-cache.js';

describe('a bounded cache', () => {
  it('lets go of what was not asked for longest', () => {
    const cache = new BoundedCache<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  });

  it('does not keep what is too heavy, and forgets the lighter one of the same name', () => {
    const cache = new BoundedCache<string>(10);
    cache.set('a', 'light', 1);
    cache.set('a', 'heavy', 11);
    expect(cache.get('a')).toBeUndefined();
  });

  it('never keeps more than its weight, and answers what was set last', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat({ max: 7 })), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (all) => {
        const cache = new BoundedCache<number>(12);
        const last = new Map<string, number>();
        for (const [key, weight] of all) {
          cache.set(key, weight, weight);
          last.set(key, weight);
          const kept = [...last.keys()].map((one) => cache.get(one)).filter((value) => value !== undefined);
          expect(kept.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(12);
          expect(cache.get(key)).toBe(weight);
        }
      }),
    );
  });
});
