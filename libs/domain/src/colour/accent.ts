import { leastContrast, READABLE } from './contrast.js';
import type { Hex } from './hex.js';
import { readableOn } from './readable.js';

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** The colour of links, buttons and the way, of one's own: one for light pages and one for dark ones. */
export interface Accent {
  readonly light: Hex;
  readonly dark: Hex;
}

/** What stands below text and buttons: sheets, the canvas around them, and what is raised or sunk. As in `tokens.css`. */
export const GROUNDS: Readonly<Record<Scheme, readonly Hex[]>> = {
  light: ['#ffffff', '#f1f4f6', '#f8fafc'],
  dark: ['#0f191d', '#081013', '#182428', '#0b1418'],
};
/** What is written on a button of that colour. */
export const ON_ACCENT: Readonly<Record<Scheme, Hex>> = { light: '#ffffff', dark: '#131e22' };

export interface AccentCheck {
  /** The lowest contrast of a link in this colour with what stands below it, and of a button's text with the button. */
  readonly text: number;
  readonly button: number;
  readonly passes: boolean;
  /** The nearest colour of the same hue that passes; the colour itself where it does. */
  readonly nearest: Hex;
}

/** Whether a colour can be read as links and on buttons in one of the two schemes. */
export function checkAccent(hex: Hex, scheme: Scheme): AccentCheck {
  const grounds = [...GROUNDS[scheme], ON_ACCENT[scheme]];
  const text = leastContrast(hex, GROUNDS[scheme]);
  const button = leastContrast(hex, [ON_ACCENT[scheme]]);
  return {
    text,
    button,
    passes: Math.min(text, button) >= READABLE,
    nearest: readableOn(hex, grounds, scheme === 'light' ? 'darker' : 'lighter'),
  };
}
