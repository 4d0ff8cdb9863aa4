import {
  allPages,
  type Ctx,
  type DatedCell,
  filtersOf,
  type ListKind,
  ListKinds,
  type ShownCell,
  type ShownList,
} from '@lms/api-platform';
import { type MatrixCell, MatrixFilter, type MatrixTotals } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { chosenColumns } from './chosen-columns.js';
import { GetMatrix } from './get-matrix.js';
import { MatrixWords } from './matrix-words.js';

const AT_ONCE = 1000;
const HEADS = { organisation: 'In organisation', scheme: 'On scheme', role: 'In role' } as const;

/** The matrix as a list for files: what the filters show, in the same order, a thousand people at a time. */
@Injectable()
export class MatrixList implements ListKind, OnModuleInit {
  readonly name = 'matrix';
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

  show(ctx: Ctx, filters: Readonly<Record<string, string>>): Promise<ShownList> {
    return this.of(ctx, filtersOf(MatrixFilter, filters));
  }

  async of(ctx: Ctx, filter: MatrixFilter): Promise<ShownList> {
    const all: MatrixTotals = JSON.parse(await this.matrix.totals(ctx, filter));
    const totals = { ...all, columns: chosenColumns(all.columns, filter.columns) };
    return {
      title: 'Matrix',
      narrowed: await this.words.of(ctx, filter, totals),
      columns: [
        { heading: HEADS[filter.by], type: 'text', width: 24 },
        { heading: 'Person', type: 'text', width: 24 },
        { heading: 'Organisation', type: 'text', width: 20 },
        { heading: 'Role', type: 'text', width: 20 },
        ...totals.columns.map(({ title }) => ({ heading: title, type: 'dated' as const })),
      ],
      fixed: 2,
      total: totals.groups.reduce((all, { people }) => all + people, 0),
      rows: this.rows(ctx, filter, totals),
    };
  }

  private async *rows(
    ctx: Ctx,
    filter: MatrixFilter,
    { columns, groups }: MatrixTotals,
  ): AsyncGenerator<readonly ShownCell[]> {
    const labels = new Map(groups.map(({ id, label }) => [id, label]));
    const courses = columns.map(({ courseId }) => courseId);
    const people = allPages((cursor) => this.matrix.read(ctx, { ...filter, cursor, limit: AT_ONCE }));
    for await (const { name, organisationName, jobRole, groupId, cells } of people)
      yield [
        ...[labels.get(groupId) ?? '', name, organisationName, jobRole],
        ...courses.map((course) => shown(cells[course])),
      ];
  }
}

const WORDS: Partial<Record<MatrixCell[0], string>> = {
  overdue: 'overdue, was due',
  valid: 'valid until',
  'in progress': 'in progress, due',
  'not started': 'not started, due',
  exempt: 'exempt until',
};

function shown(cell: MatrixCell | undefined): DatedCell | null {
  if (!cell) return null;
  const [standing, day] = cell;
  const word = standing.charAt(0).toUpperCase() + standing.slice(1);
  return { word, day, words: day ? `${WORDS[standing] ?? standing} ${day}` : standing };
}
