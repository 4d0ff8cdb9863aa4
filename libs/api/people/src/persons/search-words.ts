import { likePattern } from '@lms/api-platform';

/** More words than anybody's name has cost time and find nothing. */
const MOST_WORDS = 8;

/** A pattern for each word that was typed, all of which must be found; null when nothing was typed. */
export function searchWords(typed: string | undefined): string[] | null {
  const words = (typed ?? '').split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return null;
  return words.slice(0, MOST_WORDS).flatMap((word) => likePattern(word) ?? []);
}
