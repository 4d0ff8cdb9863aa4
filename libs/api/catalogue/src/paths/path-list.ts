import { ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import { type PathItem, PathQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statesInWords } from '../shared/state-words.js';
import { ListPaths } from './list-paths.js';

const KINDS: Record<PathItem['kind'], string> = {
  onboarding: 'Onboarding',
  role: 'Role',
  refresher: 'Refresher',
  offboarding: 'Offboarding',
};

const COLUMNS: readonly PagedColumn<PathItem>[] = [
  { heading: 'Path', type: 'text', width: 34, cell: ({ title }) => title },
  { heading: 'Code', type: 'text', cell: ({ code }) => code },
  { heading: 'Kind', type: 'text', cell: ({ kind }) => KINDS[kind] },
  { heading: 'Steps', type: 'number', cell: ({ steps }) => steps },
  { heading: 'Stages', type: 'number', cell: ({ stages }) => stages },
  { heading: 'State', type: 'text', width: 22, cell: statesInWords },
  { heading: 'People on it', type: 'number', cell: ({ people }) => people },
];

/** Learning paths as a list for files: what the search shows, in the same order. */
@Injectable()
export class PathList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly paths: ListPaths,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'paths', permission: 'courses.read', title: 'Learning paths', columns: COLUMNS, filters: PathQuery },
        narrowed: ({ q }) => [q && `Search: ${q}`],
        page: (_ctx, query) => this.paths.run(query),
      }),
    );
  }
}
