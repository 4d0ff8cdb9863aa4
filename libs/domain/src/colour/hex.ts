/** An opaque colour of sRGB as `#rrggbb`, in lower case. */
export type Hex = string;

export const isHex = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text);

/** Red, green and blue as light, each from 0 to 1. Throws RangeError for what is no colour. */
export function lightOf(hex: Hex): readonly [number, number, number] {
  if (!isHex(hex)) throw new RangeError(`Not a colour: ${hex}`);
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** The colour of so much light; what is beyond the screen is cut off. */
export function hexOf(light: readonly [number, number, number]): Hex {
  const channel = (value: number): string => {
    const cut = Math.min(1, Math.max(0, value));
    const shown = cut <= 0.0031308 ? cut * 12.92 : 1.055 * cut ** (1 / 2.4) - 0.055;
    return Math.round(shown * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${light.map(channel).join('')}`;
}
