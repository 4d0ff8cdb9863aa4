import type { Readable } from 'node:stream';
import { csvLines, type CsvRow, type Ctx } from '@lms/api-platform';
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
    const heading = [HEADS[filter.by], 'Person', 'Organisation', 'Role', ...totals.columns.map(({ title }) => title)];
    return csvLines(heading, this.rows(ctx, filter, totals));
  }

  private async *rows(ctx: Ctx, filter: MatrixFilter, { columns, groups }: MatrixTotals): AsyncGenerator<CsvRow> {
    const labels = new Map(groups.map(({ id, label }) => [id, label]));
    for (let cursor: string | undefined, more = true; more;) {
      const { items, nextCursor } = await this.matrix.page(ctx, { ...filter, cursor, limit: AT_ONCE });
      for (const { name, organisationName, jobRole, groupId, cells } of items) {
        yield [
          ...[labels.get(groupId) ?? '', name, organisationName, jobRole],
          ...columns.map(({ courseId }) => words(cells[courseId])),
        ];
      }
      more = nextCursor !== null;
      cursor = nextCursor ?? undefined;
    }
  }
}

const HEADS = { organisation: 'In organisation', scheme: 'On scheme', role: 'In role' } as const;

function words(cell: MatrixCell | undefined): string {
  if (!cell) return '';
  const [standing, day] = cell;
  return day ? `${WORDS[standing] ?? standing} ${day}` : standing;
}
