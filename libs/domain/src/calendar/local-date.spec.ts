import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, compareDates, dayOfWeek, daysBetween, maxDate, minDate } from './arithmetic.js';
import { isLocalDate } from './local-date.js';

describe('isLocalDate', () => {
  it.each(['2026-11-27', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-01',
    '26-01-01',
    '2026/01/01',
    '2026-01-01T00:00',
    '20x6-01-01',
    '-026-01-01',
    '+026-01-01',
    ' 026-01-01',
    '',
    null,
    20260101,
    new Date(0),
  ])('refuses %p', (value) => {
    expect(isLocalDate(value)).toBe(false);
  });
});

describe('month ends', () => {
  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-08-31', 1, '2025-09-30'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-06-10', 0, '2025-06-10'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});

describe('days', () => {
  it('cross leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(daysBetween('2026-11-27', '2026-11-22')).toBe(-5);
  });
  it('know their name', () => {
    expect(dayOfWeek('2026-11-27')).toBe(5);
    expect(dayOfWeek('1970-01-01')).toBe(4);
    expect(dayOfWeek('1969-12-28')).toBe(7);
  });
  it('sort, and leave out what is missing', () => {
    expect(['2026-02-01', '2025-12-31', '2026-01-15'].sort(compareDates)).toEqual([
      '2025-12-31',
      '2026-01-15',
      '2026-02-01',
    ]);
    expect(minDate(null, '2026-02-01', undefined, '2026-01-01')).toBe('2026-01-01');
    expect(maxDate('2026-02-01', null, '2026-01-01')).toBe('2026-02-01');
    expect(minDate(null)).toBeNull();
  });
  it('refuse what is not a date or not whole', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-20', 0.5)).toThrow(RangeError);
    expect(() => addMonths('2026-02-20', NaN)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });
});
