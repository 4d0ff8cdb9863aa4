import { ProblemError } from '../http/problem.js';

/** An opaque place in a sorted list: the sort values of the last row, and its id. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor, or nulls when there is none. Refuses what was not made by {@link encodeCursor}. */
export function decodeCursor(cursor: string | undefined, length: number): (string | number | null)[] {
  if (cursor === undefined) return Array.from({ length }, () => null);
  const wrong = new ProblemError(400, 'bad-cursor', 'This place in the list is not known. Start from the first page.');
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw wrong;
  }
  if (!Array.isArray(values) || values.length !== length) throw wrong;
  if (!values.every((v) => v === null || typeof v === 'string' || typeof v === 'number')) throw wrong;
  return values;
}

/** Cuts the one row too many that was asked for, and says where to go on. */
export function toPage<T>(
  rows: T[],
  limit: number,
  place: (row: T) => (string | number | null)[],
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(place(last)) : null };
}
