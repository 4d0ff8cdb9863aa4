import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkAccent, GROUNDS, ON_ACCENT, SCHEMES } from './accent.js';
import { contrast, leastContrast, READABLE } from './contrast.js';
import { hexOf, isHex, lightOf } from './hex.js';
import { hexOfOklch, oklchOf } from './oklch.js';
import { paletteOf } from './palette.js';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const scheme = fc.constantFrom(...SCHEMES);

describe('colours', () => {
  it('come back from light and from lightness, chroma and hue as they were', () => {
    fc.assert(
      fc.property(colour, (hex) => {
        expect(hexOf(lightOf(hex))).toBe(hex);
        expect(hexOfOklch(oklchOf(hex))).toBe(hex);
      }),
      { numRuns: 500 },
    );
    expect(['#0E596B', '0e596b', '#fff', '#0e596b7f', ''].map(isHex)).toEqual([false, false, false, false, false]);
    expect(() => lightOf('red')).toThrow(RangeError);
  });
  it('have the contrast of WCAG, either way round, from 1 to 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#0e596b', '#ffffff')).toBeCloseTo(7.9, 1);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        expect(contrast(one, other)).toBe(contrast(other, one));
        expect(contrast(one, other)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe('an accent', () => {
  it('that passes is offered itself, and what is offered instead of another one always passes', () => {
    fc.assert(
      fc.property(colour, scheme, (hex, on) => {
        const { passes, text, button, nearest } = checkAccent(hex, on);
        expect(passes).toBe(text >= READABLE && button >= READABLE);
        expect(nearest === hex).toBe(passes);
        expect(checkAccent(nearest, on).passes).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
  it('is no further from what was wished than it must be', () => {
    fc.assert(
      fc.property(colour, scheme, (hex, on) => {
        const { passes, nearest } = checkAccent(hex, on);
        fc.pre(!passes && nearest !== '#ffffff' && nearest !== '#000000');
        const [wished, found] = [oklchOf(hex), oklchOf(nearest)];
        // Most of the way there is not enough.
        const short = hexOfOklch({
          ...wished,
          l: wished.l + (found.l - wished.l) * 0.9 - (found.l > wished.l ? 0.004 : -0.004),
        });
        fc.pre(Math.abs(found.l - wished.l) > 0.05);
        expect(leastContrast(short, [...GROUNDS[on], ON_ACCENT[on]])).toBeLessThan(READABLE);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the colours of a brand', () => {
  it('can be read wherever they are text or lie below it, whatever the accent', () => {
    fc.assert(
      fc.property(colour, (hex) => {
        const accent = { light: checkAccent(hex, 'light').nearest, dark: checkAccent(hex, 'dark').nearest };
        const { light, dark } = paletteOf(accent);
        for (const [palette, on, ink2] of [
          [light, 'light', '#445156'],
          [dark, 'dark', '#bcc6ca'],
        ] as const) {
          expect(Object.values(palette).every(isHex)).toBe(true);
          expect(leastContrast(palette.brand, GROUNDS[on])).toBeGreaterThanOrEqual(READABLE);
          expect(contrast(palette.brandHover, ON_ACCENT[on])).toBeGreaterThanOrEqual(READABLE);
          expect(contrast(palette.brandInk, palette.brandSoft)).toBeGreaterThanOrEqual(READABLE);
          expect(contrast(ink2, palette.brandSoft)).toBeGreaterThanOrEqual(READABLE);
          expect(contrast('#ffffff', palette.sign)).toBeGreaterThanOrEqual(READABLE);
          expect(contrast(palette.signInk2, palette.sign)).toBeGreaterThanOrEqual(READABLE);
          expect(contrast('#ffc906', palette.sign)).toBeGreaterThanOrEqual(READABLE);
          expect(contrast(palette.progress, palette.progressBg)).toBeGreaterThanOrEqual(READABLE);
        }
      }),
      { numRuns: 150 },
    );
  });
});
