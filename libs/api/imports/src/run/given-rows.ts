import type { GivenRow } from '../kinds/imported-kind.js';
import type { RunningImport } from './running-import.js';

export interface StoredRow {
  n: number;
  cells: string[];
  key: string | null;
  choice: string | null;
  outcome: string | null;
  plan: unknown;
  wave: number;
}

export const STORED_ROW = 'r.n, r.cells, r.key, r.choice, r.outcome, r.plan, r.wave';

export const givenRow = (
  row: StoredRow,
  { mapping, options }: Pick<RunningImport, 'mapping' | 'options'>,
): GivenRow => ({
  n: row.n,
  value: (column) => {
    const place = mapping[column];
    return place === undefined ? (options.common?.[column] ?? '') : (row.cells[place] ?? '');
  },
  key: row.key,
  choice: row.choice,
  leaving: row.outcome === 'leaving' ? row.plan : null,
});
