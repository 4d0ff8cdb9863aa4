/** A run of letters as a page holds it: where its line stands, counted from the lower left, and how tall its letters are. */
export interface TextPiece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TextBlock {
  kind: 'heading' | 'item' | 'text' | 'note';
  text: string;
}

interface Line extends TextPiece {
  right: number;
}

const NUMBER = /^(\d{1,3}|[a-z])[.)]\s+/i;
const BULLET = /^\s*[•‣▪■●◦○–—*-]\s+/;

/** What stands in so much of a page's height at its head or foot is said last: titles that run on, page numbers. */
const HEAD = 0.06;
const FOOT = 0.1;

/**
 * Headings, paragraphs and items of a page, in the order in which it writes them: for screens too narrow for the page,
 * which is `high` in the unit of its pieces.
 */
export function textBlocks(pieces: readonly TextPiece[], high: number): TextBlock[] {
  const atEdge = ({ y }: TextPiece): boolean => y < high * FOOT || y > high * (1 - HEAD);
  const notes = linesOf(pieces.filter(atEdge)).map(({ text }): TextBlock => ({ kind: 'note', text }));
  const body = blocksOf(linesOf(pieces.filter((piece) => !atEdge(piece))));
  // A page may have nothing but what stands at its edges: then that is what it says.
  return body.length > 0 ? [...body, ...notes] : notes.map(({ text }) => ({ kind: 'text', text }));
}

function blocksOf(lines: readonly Line[]): TextBlock[] {
  const usual = usualHeight(lines);
  const blocks: TextBlock[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && before && goesOn(before, line)) last.text = joined(last.text, line.text);
    else blocks.push({ kind: kindOf(line, usual), text: line.text.replace(BULLET, '') });
    before = line;
  }
  return blocks;
}

function linesOf(pieces: readonly TextPiece[]): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.y - piece.y) < Math.max(last.height, piece.height) / 2 && piece.x >= last.x) {
      const apart = piece.x - last.right > piece.height * 0.15;
      last.text += apart ? ` ${piece.text}` : piece.text;
      last.right = piece.x + piece.width;
      last.height = Math.max(last.height, piece.height);
    } else lines.push({ ...piece, right: piece.x + piece.width });
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }));
}

/** The height in which most of a page is written. */
function usualHeight(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { height, text } of lines) {
    const key = Math.round(height * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

const kindOf = (line: Line, usual: number): TextBlock['kind'] => {
  if (BULLET.test(line.text)) return 'item';
  return line.height > usual * 1.15 ? 'heading' : 'text';
};

/** The next line of the same paragraph: as tall, as far in, just below, and not an item of its own. */
function goesOn(before: Line, line: Line): boolean {
  const down = before.y - line.y;
  const alike = Math.abs(before.height - line.height) < before.height * 0.08;
  const below = down > 0 && down < line.height * 1.7;
  const hanging = BULLET.test(before.text) && line.x > before.x && line.x - before.x < line.height * 3;
  const flush = Math.abs(before.x - line.x) < line.height || hanging;
  return alike && below && flush && !BULLET.test(line.text) && !NUMBER.test(line.text);
}

/** A word that was parted over two lines by a soft hyphen is one word again. */
const joined = (text: string, more: string): string =>
  text.endsWith('\u00ad') ? text.slice(0, -1) + more : text.endsWith('-') ? text + more : `${text} ${more}`;
