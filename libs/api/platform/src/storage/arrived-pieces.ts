/** Some bytes of a file on its way: where they begin in it and how many they are. */
export interface Piece {
  start: number;
  size: number;
}

/** A piece, and from which of its bytes on it is used. */
export interface UsedPiece<P extends Piece> {
  piece: P;
  from: number;
}

/**
 * The pieces that give the file from its beginning on, without a gap. Pieces may overlap, when a connection that was
 * believed dead was not: the same bytes came twice.
 */
export function chainOf<P extends Piece>(pieces: readonly P[]): UsedPiece<P>[] {
  const waiting = pieces.toSorted((a, b) => a.start - b.start || b.size - a.size);
  const chain: UsedPiece<P>[] = [];
  let end = 0;
  for (const piece of waiting) {
    if (piece.start > end) break;
    if (piece.start + piece.size <= end) continue;
    chain.push({ piece, from: end - piece.start });
    end = piece.start + piece.size;
  }
  return chain;
}

/** Where the last piece of a chain ends; 0 without any. */
export function endOf(chain: readonly UsedPiece<Piece>[]): number {
  const last = chain.at(-1)?.piece;
  return last ? last.start + last.size : 0;
}
