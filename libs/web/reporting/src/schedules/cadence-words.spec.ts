import { expect, it } from '@jest/globals';
import { cadenceInWords } from './cadence-words.js';

it('a cadence reads as people say it', () => {
  const at = '07:30';
  expect(cadenceInWords({ every: 'week', weekday: 5, at })).toBe('Every Friday at 07:30');
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 28].map((day) => cadenceInWords({ every: 'month', day, at }))).toEqual(
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '23rd', '28th'].map(
      (day) => `Monthly on the ${day}, at 07:30`,
    ),
  );
  expect(cadenceInWords({ every: 'month', day: 'last', at })).toBe('Monthly on the last day, at 07:30');
});
