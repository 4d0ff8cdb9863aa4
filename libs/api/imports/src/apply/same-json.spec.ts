import { describe, expect, it } from '@jest/globals';
import { sameJson } from './same-json.js';

describe('the same as JSON', () => {
  it('is whatever order the keys have, and whether what is undefined is there', () => {
    expect(sameJson({ a: 1, b: [{ c: null }], d: undefined }, { b: [{ c: null, e: undefined }], a: 1 })).toBe(true);
    expect(sameJson(null, null)).toBe(true);
  });

  it('is not what has more, less or something else', () => {
    const pairs: [unknown, unknown][] = [
      [{ a: 1 }, { a: 1, b: null }],
      [{ a: 1, b: null }, { a: 1 }],
      [{ a: null }, {}],
      [
        [1, 2],
        [2, 1],
      ],
      [[1], [1, 2]],
      [[], {}],
      [null, {}],
      ['1', 1],
    ];
    for (const [one, other] of pairs) expect([one, other, sameJson(one, other)]).toEqual([one, other, false]);
  });
});
