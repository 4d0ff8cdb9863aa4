import { type Hex, hexOf, lightOf } from './hex.js';

/** A colour by lightness (0 to 1), chroma (0 is grey) and hue (radians), in which equal steps look equal: OKLCH. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** Björn Ottosson's matrices, https://bottosson.github.io/posts/oklab/. */
export function oklchOf(hex: Hex): Oklch {
  const [r, g, b] = lightOf(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, y),
    h: Math.atan2(y, a),
  };
}

function lightIn({ l, c, h }: Oklch): readonly [number, number, number] {
  const [a, y] = [c * Math.cos(h), c * Math.sin(h)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * y) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * y) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * y) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

const SLACK = 0.0005;
const isShown = (colour: Oklch): boolean => lightIn(colour).every((value) => value >= -SLACK && value <= 1 + SLACK);

/** The colour on a screen; where that has no such colour, the nearest of the same lightness and hue with less chroma. */
export function hexOfOklch(colour: Oklch): Hex {
  if (isShown(colour)) return hexOf(lightIn(colour));
  let [low, high] = [0, colour.c];
  for (let step = 0; step < 12; step += 1) {
    const c = (low + high) / 2;
    if (isShown({ ...colour, c })) low = c;
    else high = c;
  }
  return hexOf(lightIn({ ...colour, c: low }));
}
