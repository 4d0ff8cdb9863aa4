import { Readable } from 'node:stream';
import { type CsvCell, csvHead, csvLines, type Ctx } from '@lms/api-platform';
import type { MatrixCell, MatrixFilter, MatrixTotals } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GetMatrix } from './get-matrix.js';

const AT_ONCE = 1000;
const WORDS: Partial<Record<MatrixCell[0], string>> = {
  overdue: 'overdue, was due',
  expired: 'expired',
  expiring: 'expiring',
  valid: 'valid until',
  'in progress': 'in progress, due',
  'not started': 'not started, due',
  exempt: 'exempt until',
};

/** The matrix as a file: what the filters show, in the same order, a thousand people at a time. */
@Injectable()
export class MatrixCsv {
  constructor(private readonly matrix: GetMatrix) {}

  async run(ctx: Ctx, filter: MatrixFilter): Promise<Readable> {
    const totals: MatrixTotals = JSON.parse(await this.matrix.totals(ctx, filter));
    return Readable.from(this.pieces(ctx, filter, totals));
  }

  private async *pieces(ctx: Ctx, filter: MatrixFilter, { columns, groups }: MatrixTotals): AsyncGenerator<string> {
    const labels = new Map(groups.map(({ id, label }) => [id, label]));
    yield csvHead([HEADS[filter.by], 'Person', 'Organisation', 'Role', ...columns.map(({ title }) => title)]);
    for (let cursor: string | undefined, more = true; more;) {
      const { items, nextCursor } = await this.matrix.page(ctx, { ...filter, cursor, limit: AT_ONCE });
      yield csvLines(
        items.map(({ name, organisationName, jobRole, groupId, cells }) => [
          ...[labels.get(groupId) ?? '', name, organisationName, jobRole],
          ...columns.map(({ courseId }) => words(cells[courseId])),
        ]),
      );
      more = nextCursor !== null;
      cursor = nextCursor ?? undefined;
    }
  }
}

const HEADS = { organisation: 'In organisation', scheme: 'On scheme', role: 'In role' } as const;

function words(cell: MatrixCell | undefined): CsvCell {
  if (!cell) return '';
  const [standing, day] = cell;
  return day ? `${WORDS[standing] ?? standing} ${day}` : standing;
}
