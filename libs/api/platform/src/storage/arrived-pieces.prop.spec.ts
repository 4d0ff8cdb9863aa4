import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chainOf, endOf } from './arrived-pieces.js';

const pieces = fc.array(fc.record({ start: fc.nat(60), size: fc.nat(30) }), { maxLength: 12 });

describe('the pieces of a file on its way', () => {
  it('give every byte up to the first gap, each once and in order', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const chain = chainOf(all);
        const bytes = chain.flatMap(({ piece, from }) =>
          Array.from({ length: piece.size - from }, (_, n) => piece.start + from + n),
        );
        const covered = new Set(all.flatMap(({ start, size }) => Array.from({ length: size }, (_, n) => start + n)));
        let gap = 0;
        while (covered.has(gap)) gap += 1;
        expect(bytes).toEqual(Array.from({ length: gap }, (_, n) => n));
        expect(endOf(chain)).toBe(gap);
      }),
    );
  });
});
