import { dayOf, ListKinds, type PagedColumn, pagedKind, timeOf } from '@lms/api-platform';
import { type ImportItem, type ImportKindName, ImportQuery, type ImportState } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListImports } from './list-imports.js';

const KINDS: Record<ImportKindName, string> = {
  people: 'People and engagements',
  organisations: 'Organisations',
  completions: 'Earlier completions',
};
const STATES: Record<ImportState, string> = {
  reading: 'Being read',
  refused: 'Cannot be read',
  columns: 'Columns to name',
  checking: 'Being checked',
  checked: 'To look at',
  applying: 'Being applied',
  applied: 'Applied',
};

const COLUMNS: readonly PagedColumn<ImportItem>[] = [
  { heading: 'File', type: 'text', width: 36, cell: ({ fileName }) => fileName },
  { heading: 'What is in it', type: 'text', width: 26, cell: ({ kind }) => KINDS[kind] },
  { heading: 'Rows', type: 'number', cell: ({ total }) => (total > 0 ? total : null) },
  { heading: 'State', type: 'text', width: 18, cell: ({ state }) => STATES[state] },
  { heading: 'On', type: 'date', cell: ({ createdAt }) => dayOf(createdAt) },
  { heading: 'At', type: 'text', width: 8, cell: ({ createdAt }) => timeOf(createdAt) },
  { heading: 'By', type: 'text', width: 26, cell: ({ createdByName }) => createdByName },
];

/** Imports as a list for files: the reader's own, and whose they may see besides. */
@Injectable()
export class ImportList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly imports: ListImports,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'imports', permission: 'imports.write', title: 'Imports', columns: COLUMNS, filters: ImportQuery },
        narrowed: ({ kind }) => [kind && `Only: ${KINDS[kind]}`],
        page: (ctx, query) => this.imports.run(ctx, query),
      }),
    );
  }
}
