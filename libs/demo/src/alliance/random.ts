/** A repeatable source of choices: the same seed words give the same choices, on any machine. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Picks by weight; the weights need not add up to anything. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
}

// Called millions of times, so looked up once.
const { imul, floor } = Math;

/** FNV-1a over the words, 32 bits: good enough to spread seeds, and small. */
const spread = (words: readonly (string | number)[]): number => {
  let hash = 0x811c9dc5;
  const text = words.join('\u0000');
  for (let at = 0; at < text.length; at += 1) {
    hash = imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
};

/**
 * mulberry32. Every person and organisation draws from a stream of its own, so that a change to one part of the
 * generator leaves the other parts as they were.
 */
export const randomOf = (...words: readonly (string | number)[]): Random => {
  let state = spread(words);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (min: number, max: number): number => min + floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('Nothing to pick from');
    return list[int(0, list.length - 1)] as T;
  };
  const weighted = <T>(choices: readonly (readonly [T, number])[]): T => {
    let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return pick(choices)[0];
  };
  return { next, int, pick, weighted, chance: (probability) => next() < probability };
};
