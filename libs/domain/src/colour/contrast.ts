import { type Hex, lightOf } from './hex.js';

/** What WCAG 2.2 AA asks of text of any size. */
export const READABLE = 4.5;

const luminance = (hex: Hex): number => {
  const [red, green, blue] = lightOf(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast of two colours by WCAG 2.x, from 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The lowest contrast of a colour with any of the others. */
export const leastContrast = (hex: Hex, others: readonly Hex[]): number =>
  Math.min(...others.map((other) => contrast(hex, other)));
