import { describe, expect, it } from '@jest/globals';
import { closestWord, slips, variants } from './closest-word.js';

const words = (...list: string[]) => list.map((word) => ({ word, documents: 1 }));

describe('slips', () => {
  it.each([
    ['safety', 'safety', 0],
    ['saftey', 'safety', 1],
    ['safty', 'safety', 1],
    ['saffety', 'safety', 1],
    ['sagety', 'safety', 1],
    ['hygeine', 'hygiene', 1],
    ['', 'abc', 3],
    ['ca', 'abc', 3],
  ])('%s and %s: %i', (a, b, expected) => {
    expect([slips(a, b), slips(b, a)]).toEqual([expected, expected]);
  });
});

describe('closestWord', () => {
  it('takes the fewest slips, then the same first letter, then what stands in more courses', () => {
    expect(closestWord('managment', words('manager', 'management'))).toBe('management');
    expect(closestWord('noise', words('poise', 'noisy'))).toBe('noisy');
    expect(
      closestWord('trafic', [
        { word: 'tragic', documents: 1 },
        { word: 'traffic', documents: 9 },
      ]),
    ).toBe('traffic');
  });

  it('has no idea when nothing is near, and leaves short words as they are', () => {
    expect(closestWord('asbestos', words('abseiling', 'assess'))).toBeUndefined();
    expect(closestWord('gg', words('go', 'gp'))).toBeUndefined();
    expect(closestWord('cdn', words('cdm'))).toBeUndefined();
    expect(closestWord('word', [])).toBeUndefined();
  });
});

describe('variants', () => {
  it('swaps neighbours and leaves letters out', () => {
    expect(variants('abc').sort()).toEqual(['ab', 'ac', 'acb', 'bac', 'bc']);
    expect(variants('aa')).toEqual(['a']);
  });
});
