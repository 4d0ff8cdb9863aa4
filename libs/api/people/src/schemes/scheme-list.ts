import { ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import { type Scheme, SchemeQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListSchemes } from './list-schemes.js';

const COLUMNS: readonly PagedColumn<Scheme>[] = [
  { heading: 'Scheme', type: 'text', width: 34, cell: ({ name }) => name },
  { heading: 'Code', type: 'text', cell: ({ code }) => code },
  { heading: 'Starts', type: 'date', cell: ({ startsOn }) => startsOn },
  { heading: 'Ends', type: 'date', cell: ({ endsOn }) => endsOn },
  { heading: 'People', type: 'number', cell: ({ people }) => people },
];

/** Schemes as a list for files, with the people whom the reader sees on them. */
@Injectable()
export class SchemeList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly schemes: ListSchemes,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'schemes', permission: 'self', title: 'Schemes', columns: COLUMNS, filters: SchemeQuery },
        narrowed: ({ q }) => [q && `Search: ${q}`],
        page: (ctx, query) => this.schemes.run(ctx, query),
      }),
    );
  }
}
