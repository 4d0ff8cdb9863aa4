import type { MatrixCell, MatrixColumn, MatrixRow } from '@lms/contracts';

/** A cell that somebody looks at more closely; null where nothing is required. */
export interface OpenCell {
  row: MatrixRow;
  column: MatrixColumn;
  cell: MatrixCell | null;
}
