import { ListKinds, type PagedColumn, pagedKind, Sql } from '@lms/api-platform';
import { Id, type PathProgressItem, PathProgressQuery, type ProgressState } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GetPathProgress } from './get-path-progress.js';

const STATES: Record<ProgressState, string> = {
  'not started': 'Not started',
  'under way': 'Under way',
  overdue: 'Overdue',
  done: 'Done',
};

const COLUMNS: readonly PagedColumn<PathProgressItem>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Organisation', type: 'text', width: 24, cell: ({ organisationName }) => organisationName },
  { heading: 'Starts', type: 'date', cell: ({ startsOn }) => startsOn },
  { heading: 'Done', type: 'number', cell: ({ done }) => done },
  { heading: 'Of', type: 'number', cell: ({ total }) => total },
  { heading: 'Overdue', type: 'number', cell: ({ overdue }) => overdue },
  { heading: 'Next', type: 'text', width: 34, cell: ({ nextTitle }) => nextTitle },
  { heading: 'Due', type: 'date', cell: ({ nextDueOn }) => nextDueOn },
  { heading: 'State', type: 'text', cell: ({ state }) => STATES[state] },
];

/** How the people on a path are doing, as a list for files. */
@Injectable()
export class ProgressList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly progress: GetPathProgress,
    private readonly sql: Sql,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'path-progress', permission: 'record.read', title: 'People on a path', columns: COLUMNS },
        filters: PathProgressQuery.extend({ pathId: Id }),
        narrowed: async ({ pathId, state, q, organisationId }, ctx) => [
          `Path: ${(await this.progress.run(ctx, pathId, { limit: 1 })).title}`,
          organisationId && `Organisation: ${await this.nameOf(organisationId)}`,
          state && `State: ${STATES[state]}`,
          q && `Name contains: ${q}`,
        ],
        page: (ctx, { pathId, ...query }) => this.progress.run(ctx, pathId, query),
      }),
    );
  }

  private async nameOf(organisationId: string): Promise<string> {
    const sql = 'select name from organisation where id = $1';
    const found = await this.sql.row<{ name: string }>('organisation-name', sql, [organisationId]);
    return found?.name ?? 'one that is not there';
  }
}
