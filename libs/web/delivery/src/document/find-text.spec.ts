import { describe, expect, it } from '@jest/globals';
import { countIn } from './find-text.js';

describe('searching a page', () => {
  it.each([
    ['Cones before\nthe lane. CONES again.', 'cones', 2],
    ['Cones before\nthe lane', 'before the  lane', 1],
    ['Cones', '', 0],
    ['Cones', '  ', 0],
    ['a.b', '.', 1],
  ])('%j holds %j so often', (text, search, count) => {
    expect(countIn(text, search)).toBe(count);
  });
});
