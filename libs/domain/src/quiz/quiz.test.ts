import type { Chance } from './chance.js';
import type { QuestionBody } from './question.js';

const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0').slice(-digits);

/** Repeatable chance for tests (mulberry32); its ids can be told apart and nothing more. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  let made = 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  return {
    below: (n) => Math.floor((next() / 2 ** 32) * n),
    id: () => `${hex(next(), 8)}-0000-4000-8000-${hex((made += 1), 12)}`,
  };
}

export const single = (...texts: string[]): QuestionBody => ({
  type: 'single',
  choices: texts.map((text, index) => ({ id: `c${index}`, text, right: index === 0 })),
});
export const multiple = (right: string[], wrong: string[]): QuestionBody => ({
  type: 'multiple',
  choices: [
    ...right.map((text, index) => ({ id: `r${index}`, text, right: true })),
    ...wrong.map((text, index) => ({ id: `w${index}`, text, right: false })),
  ],
});
export const matching = (...sides: [string, string][]): QuestionBody => ({
  type: 'matching',
  pairs: sides.map(([left, right], index) => ({ id: `p${index}`, left, right })),
});
export const ordering = (...texts: string[]): QuestionBody => ({
  type: 'ordering',
  items: texts.map((text, index) => ({ id: `i${index}`, text })),
});
