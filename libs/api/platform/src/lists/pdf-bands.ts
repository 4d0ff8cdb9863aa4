import type { ShownColumn, ShownList } from './shown-list.js';

export interface BandColumn {
  heading: string;
  /** Where its cells are in a row. */
  place: number;
  /** Points. */
  width: number;
  /** It says whose row it is, and stands in every part. */
  repeated: boolean;
}

/** As many columns as a page is wide. */
export interface Band {
  columns: BandColumn[];
}

const LEAST = { text: 72, number: 46, date: 66, dated: 78 } as const;
const POINTS_A_CHARACTER = 4.4;
const MOST = 150;

const wanted = ({ type, width }: ShownColumn): number =>
  Math.min(Math.max(LEAST[type], (width ?? 0) * POINTS_A_CHARACTER), MOST);

/** Divides the columns so that each part fits a page; room that is left is shared out. */
export function bandsOf({ columns, fixed }: Pick<ShownList, 'columns' | 'fixed'>, width: number): Band[] {
  const all = columns.map((column, place): BandColumn => ({
    ...{ heading: column.heading, place, width: wanted(column) },
    repeated: place < fixed,
  }));
  const first = all.slice(0, fixed);
  const taken = sum(first);
  const bands: BandColumn[][] = [];
  let used = Infinity;
  for (const column of all.slice(fixed)) {
    if (used + column.width > width) {
      bands.push([...first]);
      used = taken;
    }
    bands.at(-1)?.push(column);
    used += column.width;
  }
  return (bands.length > 0 ? bands : [first]).map((band) => ({ columns: stretched(band, width) }));
}

const sum = (columns: readonly BandColumn[]): number => columns.reduce((all, column) => all + column.width, 0);

function stretched(columns: readonly BandColumn[], width: number): BandColumn[] {
  const by = width / sum(columns);
  return columns.map((column) => ({ ...column, width: column.width * by }));
}
