import { describe, expect, it } from '@jest/globals';
import { counted, lengthInWords, titleFromName } from './summary-words.js';

describe('what was found in an upload, in words', () => {
  it.each([
    [0, '0 s'],
    [58, '58 s'],
    [60, '1 min'],
    [124, '2 min 4 s'],
    [3600, '1 h'],
    [3961, '1 h 6 min'],
  ])('says a length of %d seconds as %s', (seconds, words) => {
    expect(lengthInWords(seconds)).toBe(words);
  });

  it('counts one and many', () => {
    expect([counted(1, 'lesson'), counted(12, 'page'), counted(0, 'caption')]).toEqual([
      '1 lesson',
      '12 pages',
      '0 captions',
    ]);
  });

  it.each([
    ['Incursions_2026.v2.mp4', 'Incursions 2026.v2'],
    ['C:\\films\\alarm.webm', 'alarm'],
    ['.pdf', '.pdf'],
    ['x'.repeat(200), 'x'.repeat(120)],
  ])('makes a title from %s', (name, title) => {
    expect(titleFromName(name)).toBe(title);
  });
});
