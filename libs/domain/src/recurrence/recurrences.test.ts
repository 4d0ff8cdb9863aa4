import fc from 'fast-check';
import type { Recurrence } from './recurrence.js';

const monthDay = fc.constantFrom('01-01', '02-28', '02-29', '03-31', '06-30', '10-25', '12-31');

/** Recurrences of every kind, for properties. */
export const recurrences: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({
    anchor: fc.constantFrom('completion' as const, 'previous-expiry' as const),
    months: fc.integer({ min: 1, max: 60 }),
    windowDays: fc.integer({ min: 0, max: 180 }),
  }),
  fc.record({
    anchor: fc.constant('fixed-dates' as const),
    dates: fc.uniqueArray(monthDay, { minLength: 1, maxLength: 3 }),
    minActiveDays: fc.integer({ min: 0, max: 200 }),
    windowDays: fc.integer({ min: 0, max: 180 }),
  }),
);
