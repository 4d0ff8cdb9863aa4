import { describe, expect, it } from '@jest/globals';
import { goodUntil } from './digest-hours.js';

const until = (today: string, at: string) => goodUntil(today, new Date(at)).toISOString();

describe('the mail of a day', () => {
  it('is good until eight in the evening in London, also on the days on which clocks change', () => {
    expect(until('2026-12-01', '2026-12-01T07:30:00Z')).toBe('2026-12-01T20:00:00.000Z');
    expect(until('2026-06-01', '2026-06-01T06:30:00Z')).toBe('2026-06-01T19:00:00.000Z');
    expect(until('2026-03-29', '2026-03-29T06:30:00Z')).toBe('2026-03-29T19:00:00.000Z');
    expect(until('2026-10-25', '2026-10-25T07:30:00Z')).toBe('2026-10-25T20:00:00.000Z');
  });

  it('is good until midnight, where somebody is reminded by hand in the evening', () => {
    expect(until('2026-06-01', '2026-06-01T21:00:00Z')).toBe('2026-06-01T23:00:00.000Z');
  });
});
