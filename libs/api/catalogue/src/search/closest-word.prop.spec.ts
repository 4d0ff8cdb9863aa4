import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { closestWord, slips, variants } from './closest-word.js';

const word = fc.stringMatching(/^[a-d]{1,9}$/);

describe('the distance of words', () => {
  it('is none for the same, the same both ways, and at most the longer word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const n = slips(a, b);
        return (n === 0) === (a === b) && n === slips(b, a) && n <= Math.max(a.length, b.length);
      }),
    );
  });

  it('is one for every variant', () => {
    fc.assert(fc.property(word, (a) => variants(a).every((variant) => slips(a, variant) === 1)));
  });

  it('never prefers a word that is further away', () => {
    const candidates = fc.array(fc.record({ word, documents: fc.nat(50) }), { maxLength: 8 });
    fc.assert(
      fc.property(word, candidates, (typed, given) => {
        const chosen = closestWord(typed, given);
        return chosen === undefined || given.every((other) => slips(typed, chosen) <= slips(typed, other.word));
      }),
    );
  });
});
