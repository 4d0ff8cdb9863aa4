/** One caption: seconds of the film, and plain words. */
export interface Cue {
  from: number;
  to: number;
  text: string;
}

/** Captions break lines where the picture is narrow and mark voices; a transcript is read as it is spoken. */
export const plainText = (caption: string): string =>
  caption
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The place of what is said at this moment, or was said last; −1 before the first word. */
export function cueAt(cues: readonly Cue[], seconds: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.from ?? Infinity) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export interface Piece {
  text: string;
  found: boolean;
}

/** Cuts a text where a search finds something: the pieces together are the text. Case does not matter. */
export function piecesOf(text: string, search: string): Piece[] {
  const wanted = search.trim();
  if (wanted === '') return [{ text, found: false }];
  const pattern = new RegExp(`(${wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`, 'giu');
  return text
    .split(pattern)
    .map((piece, at) => ({ text: piece, found: at % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
