import { type Ctx, type DatedCell, ListKinds, type ShownCell, type ShownList } from '@lms/api-platform';
import type { MatrixCell, MatrixFilter, MatrixTotals } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { cellsOf } from './matrix-line.js';
import { MATRIX_TITLES, matrixKind, MatrixRows } from './matrix-rows.js';

const HEADS = { organisation: 'In organisation', scheme: 'On scheme', role: 'In role' } as const;

/** The matrix as a list for files: what the filters show, in the same order, some people at a time. */
@Injectable()
export class MatrixList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly matrix: MatrixRows,
  ) {}

  onModuleInit(): void {
    this.kinds.register(matrixKind('matrix', (ctx, filter) => this.of(ctx, filter)));
  }

  async of(ctx: Ctx, filter: MatrixFilter): Promise<ShownList> {
    const { totals, narrowed } = await this.matrix.head(ctx, filter);
    return {
      ...{ title: MATRIX_TITLES.matrix, narrowed },
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
    const places = new Map(columns.map(({ courseId }, place) => [courseId, place]));
    for await (const line of this.matrix.people(ctx, filter)) {
      const { name, organisationName, jobRole, groupId } = line;
      const row: ShownCell[] = [labels.get(groupId) ?? '', name, organisationName, jobRole];
      for (const cell of cellsOf(line, places)) row.push(shown(cell));
      yield row;
    }
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
