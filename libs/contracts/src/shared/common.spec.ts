import { describe, expect, it } from '@jest/globals';
import { CalendarDate, Id } from './common.js';

describe('what a client sends', () => {
  it('is the same id in capitals', () => {
    const id = '019bb1f0-0000-7abc-8000-00000000000f';
    expect(Id.parse(id.toUpperCase())).toBe(id);
  });
  it('is a date that leaves room for years to be added', () => {
    for (const date of ['1900-01-01', '2024-02-29', '2999-12-31']) expect(CalendarDate.parse(date)).toBe(date);
    for (const date of ['0001-01-01', '1899-12-31', '3000-01-01', '9999-12-31', '2026-02-30', '2026-2-3'])
      expect(CalendarDate.safeParse(date).success).toBe(false);
  });
});
