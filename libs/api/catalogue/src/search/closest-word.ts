export interface Candidate {
  word: string;
  /** In how many courses it stands; more makes it likelier to be what was meant. */
  documents: number;
}

/** How many slips of the finger a word of so many letters may have and still be recognised. */
const slipsAllowed = (letters: number): number => (letters < 4 ? 0 : letters < 6 ? 1 : letters < 10 ? 2 : 3);

/**
 * The word that was most likely meant: the fewest slips away, then beginning with the same letter, then in the most
 * courses. Undefined when none is near enough.
 */
export function closestWord(typed: string, candidates: readonly Candidate[]): string | undefined {
  const allowed = slipsAllowed(typed.length);
  const near = candidates
    .map((candidate) => ({ ...candidate, slips: slips(typed, candidate.word) }))
    .filter((candidate) => candidate.slips <= allowed);
  const first = (word: string): number => (word[0] === typed[0] ? 0 : 1);
  near.sort(
    (a, b) =>
      a.slips - b.slips ||
      first(a.word) - first(b.word) ||
      b.documents - a.documents ||
      (a.word < b.word ? -1 : a.word > b.word ? 1 : 0),
  );
  return near[0]?.word;
}

/**
 * How many slips lie between two words: a letter left out, put in, put for another, or two neighbours swapped (the
 * optimal string alignment distance).
 */
export function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line[column] = Math.min(
        at(last, column) + 1,
        at(line, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(before, column - 2) + 1 : Infinity,
      );
    }
    [before, last] = [last, line];
  }
  return at(last, b.length);
}

const at = (line: readonly number[], column: number): number => line[column] ?? Infinity;

/** The word with two neighbours swapped, and with one letter left out: slips that share few trigrams with the word meant. */
export function variants(word: string): string[] {
  const found = new Set<string>();
  for (let n = 0; n < word.length; n += 1) {
    const [before, here, next, after] = [word.slice(0, n), word.charAt(n), word.charAt(n + 1), word.slice(n + 2)];
    found.add(before + word.slice(n + 1));
    if (next !== '') found.add(before + next + here + after);
  }
  found.delete(word);
  return [...found];
}
