import { type Ctx, ListKinds, type ShownCell, type ShownList } from '@lms/api-platform';
import type { MatrixFilter, MatrixTotals } from '@lms/contracts';
import { daysBetween } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { cellsOf, type MatrixLine } from './matrix-line.js';
import { MATRIX_TITLES, matrixKind, MatrixRows } from './matrix-rows.js';

const LATE: readonly string[] = ['overdue', 'expired'];

/** What the matrix shows as overdue or expired, a line each: whom to chase about what. Who stands in two groups has their lines once. */
@Injectable()
export class OverdueList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly matrix: MatrixRows,
  ) {}

  onModuleInit(): void {
    this.kinds.register(matrixKind('overdue', (ctx, filter) => this.of(ctx, filter)));
  }

  private async of(ctx: Ctx, filter: MatrixFilter): Promise<ShownList> {
    const { totals, narrowed } = await this.matrix.head(ctx, filter);
    const late = totals.columns.reduce((all, { counts }) => all + (counts.overdue ?? 0) + (counts.expired ?? 0), 0);
    return {
      ...{ title: MATRIX_TITLES.overdue, narrowed },
      columns: [
        { heading: 'Person', type: 'text', width: 24 },
        { heading: 'Organisation', type: 'text', width: 20 },
        { heading: 'Role', type: 'text', width: 20 },
        { heading: 'Course code', type: 'text' },
        { heading: 'Course', type: 'text', width: 30 },
        { heading: 'Standing', type: 'text' },
        { heading: 'Since', type: 'date' },
        { heading: 'Days late', type: 'number' },
      ],
      fixed: 1,
      total: filter.from || filter.to ? null : late,
      rows: this.rows(ctx, filter, totals),
    };
  }

  private async *rows(ctx: Ctx, filter: MatrixFilter, totals: MatrixTotals): AsyncGenerator<readonly ShownCell[]> {
    const told = new Set<string>();
    const places = new Map(totals.columns.map(({ courseId }, place) => [courseId, place]));
    for await (const row of this.matrix.people(ctx, filter)) {
      if (told.has(row.personId)) continue;
      told.add(row.personId);
      yield* lines(row, places, totals, filter);
    }
  }
}

function* lines(
  line: MatrixLine,
  places: ReadonlyMap<string, number>,
  { columns, today }: MatrixTotals,
  { from, to }: MatrixFilter,
) {
  const { name, organisationName, jobRole } = line;
  const cells = cellsOf(line, places);
  for (const [place, { code, title }] of columns.entries()) {
    const [standing, day] = cells[place] ?? ['', null];
    const between = (!from || (day ?? '') >= from) && (!to || (day ?? '9') <= to);
    if (LATE.includes(standing) && between)
      yield [name, organisationName, jobRole, code, title, standing, day, day && daysBetween(day, today)];
  }
}
