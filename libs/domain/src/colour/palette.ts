import type { Accent } from './accent.js';
import type { Hex } from './hex.js';
import { hexOfOklch, oklchOf } from './oklch.js';
import { readableOn } from './readable.js';

/** Every colour that a brand decides, in one scheme. The yellow mark and the colours of standing stay as they are. */
export interface Palette {
  readonly brand: Hex;
  readonly brandHover: Hex;
  readonly brandSoft: Hex;
  readonly brandInk: Hex;
  readonly brandLine: Hex;
  readonly sign: Hex;
  readonly signEdge: Hex;
  readonly signInk2: Hex;
  readonly progress: Hex;
  readonly progressBg: Hex;
}

/** What lies on these: quiet text on a soft ground, and on a sign white text and the yellow mark. */
const INK_2 = { light: '#445156', dark: '#bcc6ca' } as const;
const HERE = '#ffc906';
const STRONG = 7;

/** The colours that go with an accent that passed its check. Whatever is text keeps its contrast. */
export const paletteOf = ({ light, dark }: Accent): Readonly<Record<'light' | 'dark', Palette>> => ({
  light: inLight(light),
  dark: inDark(dark),
});

/** A tint or shade of the hue, at most so colourful. */
const tone = (hex: Hex, l: number, most: number): Hex => {
  const { c, h } = oklchOf(hex);
  return hexOfOklch({ l, c: Math.min(c, most), h });
};
const shifted = (hex: Hex, by: number): Hex => {
  const { l, c, h } = oklchOf(hex);
  return hexOfOklch({ l: Math.min(1, Math.max(0, l + by)), c, h });
};
const signOf = (hex: Hex, l: number): Hex => {
  const { c, h } = oklchOf(hex);
  return readableOn(hexOfOklch({ l, c, h }), ['#ffffff', HERE], 'darker', 5.5);
};

function inLight(brand: Hex): Palette {
  const soft = readableOn(tone(brand, 0.945, 0.03), [INK_2.light], 'lighter');
  const sign = signOf(brand, Math.min(0.36, oklchOf(brand).l));
  return {
    brand,
    brandHover: shifted(brand, -0.07),
    brandSoft: soft,
    brandInk: readableOn(shifted(brand, -0.07), [soft], 'darker', STRONG),
    brandLine: tone(brand, 0.8, 0.07),
    sign,
    signEdge: '#ffffff',
    signInk2: readableOn(tone(brand, 0.89, 0.045), [sign], 'lighter'),
    progress: readableOn(brand, [soft], 'darker'),
    progressBg: soft,
  };
}

function inDark(brand: Hex): Palette {
  const soft = readableOn(tone(brand, 0.3, 0.045), [INK_2.dark], 'darker');
  const sign = signOf(brand, 0.36);
  const ground = tone(brand, 0.28, 0.035);
  return {
    brand,
    brandHover: shifted(brand, 0.06),
    brandSoft: soft,
    brandInk: readableOn(shifted(brand, 0.06), [soft], 'lighter', STRONG),
    brandLine: tone(brand, 0.43, 0.08),
    sign,
    signEdge: tone(brand, 0.9, 0.03),
    signInk2: readableOn(tone(brand, 0.89, 0.045), [sign], 'lighter'),
    progress: readableOn(brand, [ground], 'lighter'),
    progressBg: ground,
  };
}
