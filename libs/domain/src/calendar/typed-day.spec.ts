import { describe, expect, it } from '@jest/globals';
import { isNever, typedDay } from './typed-day.js';

describe('typedDay', () => {
  it.each([
    ['2026-03-29', '2026-03-29'],
    [' 2026/3/9 ', '2026-03-09'],
    ['2026-03-29T00:00:00Z', '2026-03-29'],
    ['29/03/2026', '2026-03-29'],
    ['3/4/2026', '2026-04-03'],
    ['29.3.26', '2026-03-29'],
    ['29-03-2026 00:00', '2026-03-29'],
    ['29 Mar 2026', '2026-03-29'],
    ['29-Mar-26', '2026-03-29'],
    ['Sun 29th March 2026', '2026-03-29'],
    ['29 february 2024', '2024-02-29'],
  ])('reads %s', (text, day) => expect(typedDay(text)).toBe(day));

  it.each([
    '',
    '29 Feb 2026',
    '2026-13-01',
    '03/29/2026',
    '31/4/2026',
    '0/1/2026',
    'soon',
    '45012',
    '1 Foo 2026',
    '29/3',
    '31/12/1899',
    '1/1/3000',
    '31/12/9999',
  ])('reads nothing into "%s"', (text) => expect(typedDay(text)).toBeNull());

  it.each(['31/12/9999', '9999-12-31', '31.12.9999', '31 Dec 9999 '])('knows %s for an end that never comes', (text) =>
    expect(isNever(text)).toBe(true),
  );
  it('knows no other day for that', () => expect(['', '9999', '31/12/2999', '-'].filter(isNever)).toEqual([]));
});
