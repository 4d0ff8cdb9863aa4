import { describe, expect, it } from '@jest/globals';
import {
  formatAway,
  formatDay,
  formatDayAway,
  formatDayOf,
  formatMoment,
  formatShortDay,
  londonHour,
} from './dates.js';
import { distanceOf, formatCount, formatMinutes } from './numbers.js';

describe('dates in words', () => {
  it('says day and distance', () => {
    expect(formatDayAway('2026-11-27', '2026-11-22')).toBe('Fri 27 Nov 2026, in 5 days');
    expect(formatDay('2028-02-29')).toBe('Tue 29 Feb 2028');
    expect(formatShortDay('2026-09-01')).toBe('Tue\u00a01\u00a0Sep');
  });

  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-22', 'yesterday'],
    ['2026-11-25', 'in 2 days'],
    ['2026-11-20', '3 days ago'],
    ['2027-01-22', 'in 60 days'],
    ['2027-01-23', 'in 2 months'],
    ['2026-02-01', '10 months ago'],
    ['2029-11-22', 'in 3 years'],
  ])('says how far %s is', (date, text) => {
    expect(formatAway(date, '2026-11-23')).toBe(text);
  });

  it('shows instants in London, summer and winter', () => {
    expect(formatMoment('2026-07-01T23:30:00Z')).toBe('Thu 2 Jul 2026, 00:30');
    expect(formatMoment('2026-11-23T07:12:00Z')).toBe('Mon 23 Nov 2026, 07:12');
    expect(formatDayOf('2026-07-01T23:30:00Z')).toBe('Thu 2 Jul 2026');
    expect(londonHour(new Date('2026-07-01T23:30:00Z'))).toBe(0);
  });
});

describe('lengths and counts', () => {
  it.each([
    [30, '30 min'],
    [60, '1 h'],
    [90, '1 h 30 min'],
  ])('%d minutes', (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text);
  });

  it('makes a large figure and its unit', () => {
    expect(distanceOf(15)).toEqual({ figure: '15', unit: 'min' });
    expect(distanceOf(150)).toEqual({ figure: '2.5', unit: 'h' });
  });

  it('groups thousands', () => {
    expect(formatCount(1800)).toBe('1,800');
  });
});
