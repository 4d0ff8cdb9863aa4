import { likePattern } from '@lms/api-platform';

/** More words than anybody's name has cost time and find nothing. */
const MOST_WORDS = 8;
/** In a shorter word a slip makes another name of it. */
const LEAST_LETTERS = 4;

const wordsOf = (typed: string | undefined, between: RegExp): string[] =>
  (typed ?? '')
    .split(between)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);

const patternsOf = (words: readonly string[]): string[] => words.flatMap((word) => likePattern(word) ?? []);

/** A pattern for each word that was typed, all of which must be found; null when nothing was typed. */
export function searchWords(typed: string | undefined): string[] | null {
  const words = wordsOf(typed, /\s+/u);
  return words.length === 0 ? null : patternsOf(words);
}

/** Words in which slips are forgiven, in small letters; and patterns for the short ones and numbers, which must be found. */
export function forgivenWords(typed: string | undefined): { may: string[]; must: string[] } {
  const words = wordsOf(typed?.toLowerCase(), /[^\p{L}\p{M}\p{N}]+/u);
  const forgiven = (word: string): boolean => word.length >= LEAST_LETTERS && !/\p{N}/u.test(word);
  return {
    may: [...new Set(words.filter(forgiven))],
    must: patternsOf(words.filter((word) => !forgiven(word))),
  };
}
