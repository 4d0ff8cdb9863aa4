import type { GridItem } from './grid-items.js';

/** A cell of the grid: an item of the list, and a column, of which 0 is the person. */
export interface Place {
  item: number;
  column: number;
}

const PAGE = 10;

/** Where a key leads from a cell, or null for a key that leads nowhere. Lines of groups are passed over. */
export function stepFocus(
  { item, column }: Place,
  key: { key: string; ctrlKey: boolean },
  items: readonly GridItem[],
  columns: number,
): Place | null {
  const rows = items.flatMap((one, index) => (one.kind === 'row' ? [index] : []));
  const at = Math.max(0, rows.indexOf(item));
  const row = (index: number): number => rows[Math.min(Math.max(index, 0), rows.length - 1)] ?? item;
  switch (key.key) {
    case 'ArrowRight':
      return { item, column: Math.min(column + 1, columns) };
    case 'ArrowLeft':
      return { item, column: Math.max(column - 1, 0) };
    case 'ArrowDown':
      return { item: row(at + 1), column };
    case 'ArrowUp':
      return { item: row(at - 1), column };
    case 'PageDown':
      return { item: row(at + PAGE), column };
    case 'PageUp':
      return { item: row(at - PAGE), column };
    case 'Home':
      return { item: key.ctrlKey ? row(0) : item, column: 0 };
    case 'End':
      return { item: key.ctrlKey ? row(rows.length - 1) : item, column: columns };
    default:
      return null;
  }
}
