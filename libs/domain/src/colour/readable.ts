import { leastContrast, READABLE } from './contrast.js';
import type { Hex } from './hex.js';
import { hexOfOklch, oklchOf } from './oklch.js';

/** Steps of lightness: to find about where, and then exactly. */
const COARSE = 0.032;
const FINE = 0.002;

/**
 * The colour itself where it can be read on all of these grounds, else the nearest that can: of the same hue, darker or
 * lighter. Falls back to black or white, which can be read wherever anything can.
 */
export function readableOn(
  hex: Hex,
  grounds: readonly Hex[],
  towards: 'darker' | 'lighter',
  least: number = READABLE,
): Hex {
  if (leastContrast(hex, grounds) >= least) return hex;
  const { l, c, h } = oklchOf(hex);
  const sign = towards === 'darker' ? -1 : 1;
  const at = (by: number): Hex => hexOfOklch({ l: l + sign * by, c, h });
  const reads = (by: number): boolean => leastContrast(at(by), grounds) >= least;
  const room = sign < 0 ? l : 1 - l;
  let far = COARSE;
  while (far < room && !reads(far)) far += COARSE;
  for (let by = far - COARSE + FINE; by <= far && by < room; by += FINE) if (reads(by)) return at(by);
  return towards === 'darker' ? '#000000' : '#ffffff';
}
