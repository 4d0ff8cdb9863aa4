import { describe, expect, it } from '@jest/globals';
import { daysOfTheYear } from './days-of-the-year.js';

describe('the days of a year', () => {
  it('are all there, the leap day too, each by its name', () => {
    expect(daysOfTheYear).toHaveLength(366);
    const named = new Map(daysOfTheYear.map(({ value, label }) => [value, label]));
    expect(['01-01', '02-29', '03-31', '12-31'].map((day) => named.get(day))).toEqual([
      '1 January',
      '29 February',
      '31 March',
      '31 December',
    ]);
  });
});
