import { describe, expect, it } from '@jest/globals';
import { pngSize } from './png-size.js';
import { pngOf } from './png.test.js';

describe('a PNG that everything can show', () => {
  it('says its size', () => {
    expect(pngSize(pngOf(120, 40), 2048)).toEqual({ width: 120, height: 40 });
    expect(pngSize(pngOf(12, 40, { colour: 2 }), 2048)).toEqual({ width: 12, height: 40 });
  });
  it.each([
    ['another kind of file', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${'<g/>'.repeat(20)}</svg>`)],
    ['something behind its end', Buffer.concat([pngOf(20, 20), Buffer.from('<script>')])],
    ['half of it', pngOf(20, 20).subarray(0, 60)],
    ['rows that are missing', pngOf(20, 20, { rows: Buffer.alloc(100) })],
    ['more rows than it says', pngOf(20, 20, { rows: Buffer.alloc(40_000_000) })],
    ['sixteen bits', pngOf(20, 20, { depth: 16 })],
    ['a palette', pngOf(20, 20, { colour: 3 })],
    ['interlacing', pngOf(20, 20, { interlaced: 1 })],
    ['too many pixels', pngOf(3000, 1)],
  ])('is not %s', (_what, bytes) => {
    expect(pngSize(bytes, 2048)).toBeUndefined();
  });
});
