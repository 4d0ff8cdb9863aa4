import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../calendar/arithmetic.js';
import { dateOfDayNumber } from '../calendar/local-date.js';
import { renewalWindowFrom, validUntil } from './validity.js';

describe('validUntil', () => {
  it.each([
    ['2026-03-15', 12, '2027-03-14'],
    ['2024-02-29', 12, '2025-02-27'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2025-01-31', 1, '2025-02-27'],
    ['2026-01-01', 24, '2027-12-31'],
    ['2026-03-01', 12, '2027-02-28'],
  ])('%s for %i months lasts until %s', (on, months, until) => {
    expect(validUntil(on, months)).toBe(until);
  });
  it('is null for life', () => {
    expect(validUntil('2026-03-15', null)).toBeNull();
    expect(renewalWindowFrom(null)).toBeNull();
  });
  it.each([0, -1, 1.5, NaN])('refuses %p months', (months) => {
    expect(() => validUntil('2026-03-15', months)).toThrow(RangeError);
  });
  it('never ends before the day itself, and a renewal on the last day leaves no gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7000, max: 40_000 }), fc.integer({ min: 1, max: 120 }), (n, months) => {
        const on = dateOfDayNumber(n);
        const until = validUntil(on, months) ?? '';
        expect(until > on).toBe(true);
        expect((validUntil(until, months) ?? '') > until).toBe(true);
        expect(daysBetween(on, until)).toBeGreaterThanOrEqual(27 * months);
      }),
    );
  });
});

describe('renewalWindowFrom', () => {
  it('counts back from the last valid day', () => {
    expect(renewalWindowFrom('2027-03-14')).toBe('2027-02-12');
    expect(renewalWindowFrom('2027-03-14', 0)).toBe('2027-03-14');
    expect(renewalWindowFrom('2027-03-14', 90)).toBe(addDays('2027-03-14', -90));
    expect(() => renewalWindowFrom('2027-03-14', -1)).toThrow(RangeError);
  });
});
