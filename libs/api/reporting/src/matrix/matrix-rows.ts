import { allPages, type Ctx, filtersOf, type ListKind, type ShownList } from '@lms/api-platform';
import { MatrixFilter, type MatrixTotals } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { chosenColumns } from './chosen-columns.js';
import { GetMatrix } from './get-matrix.js';
import type { MatrixLine } from './matrix-line.js';
import { MatrixWords } from './matrix-words.js';

const AT_ONCE = 250;

/** What the matrix shows through its filters, for lists that are made of it. */
@Injectable()
export class MatrixRows {
  constructor(
    private readonly matrix: GetMatrix,
    private readonly words: MatrixWords,
  ) {}

  /** The totals of the columns that are shown, and how it was narrowed down, in words. */
  async head(ctx: Ctx, filter: MatrixFilter): Promise<{ totals: MatrixTotals; narrowed: string[] }> {
    const all: MatrixTotals = JSON.parse(await this.matrix.totals(ctx, filter));
    const totals = { ...all, columns: chosenColumns(all.columns, filter.columns) };
    return { totals, narrowed: await this.words.of(ctx, filter, totals) };
  }

  /** Every person, in the order of the screen; who stands in two groups comes twice. */
  people(ctx: Ctx, filter: MatrixFilter): AsyncGenerator<MatrixLine> {
    return allPages((cursor) => this.matrix.lines(ctx, { ...filter, cursor, limit: AT_ONCE }));
  }
}

export const MATRIX_TITLES = { matrix: 'Matrix', overdue: 'Overdue and expired' } as const;

/** A list that the matrix's filters narrow down. */
export const matrixKind = (
  name: keyof typeof MATRIX_TITLES,
  show: (ctx: Ctx, filter: MatrixFilter) => Promise<ShownList>,
): ListKind => ({
  ...{ name, permission: 'record.read', title: MATRIX_TITLES[name] },
  check: (given) => void filtersOf(MatrixFilter, given),
  show: (ctx, given) => show(ctx, filtersOf(MatrixFilter, given)),
});
