/** What one key does to a film. The letters are those that people know from other players. */
export type FilmAct =
  | { act: 'toggle' }
  | { act: 'skip'; seconds: number }
  | { act: 'mute' }
  | { act: 'captions' }
  | { act: 'full' }
  | { act: 'speed'; steps: 1 | -1 };

const KEYS: Readonly<Record<string, FilmAct>> = {
  k: { act: 'toggle' },
  j: { act: 'skip', seconds: -10 },
  l: { act: 'skip', seconds: 10 },
  m: { act: 'mute' },
  c: { act: 'captions' },
  f: { act: 'full' },
  '<': { act: 'speed', steps: -1 },
  '>': { act: 'speed', steps: 1 },
};

/** Null for keys that mean something else here, or nothing. */
export function filmAct(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): FilmAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return KEYS[event.key.toLowerCase()] ?? null;
}

export const SPEEDS = [0.75, 1, 1.25, 1.5, 2] as const;

/** The next faster or slower speed; the last one stays. */
export function stepSpeed(now: number, steps: 1 | -1): number {
  const nearest = SPEEDS.reduce((best, s) => (Math.abs(s - now) < Math.abs(best - now) ? s : best), SPEEDS[0]);
  const at = SPEEDS.indexOf(nearest as (typeof SPEEDS)[number]) + steps;
  return SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at))] ?? 1;
}
