import { ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import { type Audience, AudienceQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReadAudiences } from './read-audiences.js';

const COLUMNS: readonly PagedColumn<Audience>[] = [
  { heading: 'Audience', type: 'text', width: 30, cell: ({ name }) => name },
  { heading: 'Who is in it', type: 'text', width: 60, cell: ({ words }) => `Everyone ${words}` },
  {
    ...{ heading: 'Rules that use it', type: 'text', width: 40 },
    cell: ({ rules }) => rules.map(({ name }) => name).join(', ') || null,
  },
  { heading: 'Saved by', type: 'text', width: 26, cell: ({ ownerName }) => ownerName },
];

/** Saved audiences as a list for files: what the search shows, in the same order. */
@Injectable()
export class AudienceList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly audiences: ReadAudiences,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'audiences', permission: 'rules.read', title: 'Audiences', columns: COLUMNS },
        filters: AudienceQuery,
        narrowed: ({ q }) => [q && `Search: ${q}`],
        page: (_ctx, query) => this.audiences.list(query),
      }),
    );
  }
}
