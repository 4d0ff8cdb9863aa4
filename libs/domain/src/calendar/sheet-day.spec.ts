import { describe, expect, it } from '@jest/globals';
import { sheetDay } from './sheet-day.js';

describe('a day out of a spreadsheet', () => {
  it.each([
    ['45931', '2025-10-01'],
    ['45351', '2024-02-29'],
    ['45931.75', '2025-10-01'],
    [' 45931,5 ', '2025-10-01'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2023', null],
    ['4593', null],
    ['459310', null],
    ['45931.', null],
    ['', null],
  ])('%s is %s', (text, day) => {
    expect(sheetDay(text)).toBe(day);
  });
});
