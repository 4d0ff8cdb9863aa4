import { describe, expect, it } from '@jest/globals';
import { coveredSeconds, mergeRanges, subtractRanges } from './ranges.js';

describe('ranges', () => {
  it('joins what overlaps or touches and sorts the rest', () => {
    expect(
      mergeRanges(
        [
          [5, 8],
          [0, 2],
        ],
        [
          [2, 3],
          [7, 10],
          [4, 4],
        ],
      ),
    ).toEqual([
      [0, 3],
      [5, 10],
    ]);
  });
  it('does not change what it is given', () => {
    const given: [number, number][] = [[0, 2]];
    mergeRanges(given, [[1, 9]]);
    expect(given).toEqual([[0, 2]]);
  });
  it('takes the known away', () => {
    expect(
      subtractRanges(
        [[0, 10]],
        [
          [2, 4],
          [9, 12],
        ],
      ),
    ).toEqual([
      [0, 2],
      [4, 9],
    ]);
    expect(subtractRanges([[3, 5]], [[0, 10]])).toEqual([]);
  });
  it('counts seconds once', () => {
    expect(
      coveredSeconds([
        [0, 5],
        [3, 6],
      ]),
    ).toBe(6);
  });
});
