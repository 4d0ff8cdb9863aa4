const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How many rows of the beginning are looked at. */
const ROWS = 20;

/**
 * What stands between the cells, from the beginning of the text: whatever divides most rows as it divides the first. A
 * comma where nothing does.
 */
export function guessDelimiter(beginning: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const [first = 0, ...others] = countsOf(beginning, delimiter);
    const score = first * (1 + others.filter((count) => count === first).length);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** How often the delimiter stands in each row, outside of quotation marks. */
function countsOf(text: string, delimiter: string): number[] {
  const counts = [0];
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === delimiter) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    else if (character === '\n') counts.push(0);
    if (counts.length > ROWS) break;
  }
  return counts;
}
