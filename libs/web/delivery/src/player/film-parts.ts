import type { SecondRange } from '../video/ranges.js';

export interface FilmPart {
  state: 'covered' | 'skipped';
  from: number;
  to: number;
}

/** What to draw on the bar: what was played, and what lies between played parts and was not. */
export function filmParts(covered: readonly SecondRange[], duration: number): FilmPart[] {
  const parts: FilmPart[] = [];
  let at = 0;
  for (const [from, to] of covered) {
    if (from > at) parts.push({ state: 'skipped', from: at, to: from });
    parts.push({ state: 'covered', from, to: Math.min(to, duration) });
    at = to;
  }
  return parts;
}

/** The first part that was jumped over; null when none was. */
export const firstSkipped = (parts: readonly FilmPart[]): FilmPart | null =>
  parts.find((p) => p.state === 'skipped' && p.to - p.from >= 2) ?? null;
