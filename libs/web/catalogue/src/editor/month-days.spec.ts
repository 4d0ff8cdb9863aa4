import { describe, expect, it } from '@jest/globals';
import { monthDaysOf, monthDaysText } from './month-days.js';

describe('days of the year', () => {
  it('are read and written as people do', () => {
    expect(monthDaysOf('31/03, 1/9')).toEqual(['03-31', '09-01']);
    expect(monthDaysText(['03-31', '09-01'])).toBe('31/03, 01/09');
    expect(['', '31/02', '3-4', '10', 'May'].map(monthDaysOf)).toEqual([null, null, null, null, null]);
  });
});
