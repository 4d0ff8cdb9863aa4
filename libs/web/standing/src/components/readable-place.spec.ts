import { describe, expect, it } from '@jest/globals';
import { readablePlace } from './readable-place.js';

describe('readablePlace', () => {
  it('reads words and leaves codes alone', () => {
    expect(readablePlace('signs-before-cones')).toBe('Signs before cones');
    expect(readablePlace('Lesson 4: The taper')).toBe('Lesson 4: The taper');
    for (const code of [null, '', '7', 'a1b2', '5_JXk2|0', 'index.html#/lessons/x', 'x'.repeat(200)])
      expect(readablePlace(code)).toBeNull();
  });
});
