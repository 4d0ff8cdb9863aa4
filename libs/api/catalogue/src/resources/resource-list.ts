import { dayOf, ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import { type ResourceItem, type ResourceKind, ResourceQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Resources } from './resources.js';

const KINDS: Record<ResourceKind, string> = {
  image: 'Picture',
  video: 'Video',
  document: 'Document',
  file: 'File',
  package: 'Package',
};

const COLUMNS: readonly PagedColumn<ResourceItem>[] = [
  { heading: 'Title', type: 'text', width: 34, cell: ({ title }) => title },
  { heading: 'Kind', type: 'text', cell: ({ kind }) => KINDS[kind] },
  { heading: 'File', type: 'text', width: 30, cell: ({ current }) => current.name },
  { heading: 'What is in it', type: 'text', width: 26, cell: ({ current }) => current.summary || null },
  { heading: 'Bytes', type: 'number', cell: ({ current }) => current.size },
  { heading: 'Revision', type: 'number', cell: ({ current }) => current.number },
  { heading: 'Since', type: 'date', cell: ({ current }) => dayOf(current.createdAt) },
  { heading: 'Courses', type: 'number', cell: ({ courses }) => courses },
];

/** The library as a list for files: what the search and the kind show, in the same order. */
@Injectable()
export class ResourceList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly resources: Resources,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'resources', permission: 'courses.read', title: 'Library', columns: COLUMNS },
        filters: ResourceQuery.omit({ ids: true }),
        narrowed: ({ q, kind }) => [kind && `Kind: ${KINDS[kind]}`, q && `Search: ${q}`],
        page: (_ctx, query) => this.resources.list(query),
      }),
    );
  }
}
