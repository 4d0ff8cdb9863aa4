import {
  allPages,
  type Ctx,
  filtersOf,
  type ListKind,
  ListKinds,
  type ShownCell,
  type ShownList,
} from '@lms/api-platform';
import { MatrixFilter, type MatrixRow, type MatrixTotals } from '@lms/contracts';
import { daysBetween } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GetMatrix } from './get-matrix.js';
import { MatrixWords } from './matrix-words.js';

const AT_ONCE = 1000;
const LATE: readonly string[] = ['overdue', 'expired'];

/** What the matrix shows as overdue or expired, a line each: whom to chase about what. Who stands in two groups has their lines once. */
@Injectable()
export class OverdueList implements ListKind, OnModuleInit {
  readonly name = 'overdue';
  readonly permission = 'record.read';

  constructor(
    private readonly kinds: ListKinds,
    private readonly matrix: GetMatrix,
    private readonly words: MatrixWords,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  check(filters: Readonly<Record<string, string>>): void {
    filtersOf(MatrixFilter, filters);
  }

  async show(ctx: Ctx, filters: Readonly<Record<string, string>>): Promise<ShownList> {
    const filter = filtersOf(MatrixFilter, filters);
    const totals: MatrixTotals = JSON.parse(await this.matrix.totals(ctx, filter));
    const late = totals.columns.reduce((all, { counts }) => all + (counts.overdue ?? 0) + (counts.expired ?? 0), 0);
    return {
      title: 'Overdue and expired',
      narrowed: await this.words.of(ctx, filter, totals),
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
    const people = allPages((cursor) => this.matrix.read(ctx, { ...filter, cursor, limit: AT_ONCE }));
    for await (const row of people) {
      if (told.has(row.personId)) continue;
      told.add(row.personId);
      yield* lines(row, totals, filter);
    }
  }
}

function* lines(
  { name, organisationName, jobRole, cells }: MatrixRow,
  { columns, today }: MatrixTotals,
  { from, to }: MatrixFilter,
) {
  for (const { courseId, code, title } of columns) {
    const [standing, day] = cells[courseId] ?? ['', null];
    const between = (!from || (day ?? '') >= from) && (!to || (day ?? '9') <= to);
    if (LATE.includes(standing) && between)
      yield [name, organisationName, jobRole, code, title, standing, day, day && daysBetween(day, today)];
  }
}
