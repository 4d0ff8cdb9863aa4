import { ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import { type AnchorList as Anchors, PageQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReadAnchors } from './read-anchors.js';

const COLUMNS: readonly PagedColumn<Anchors['items'][number]>[] = [
  { heading: 'Day', type: 'date', cell: ({ day }) => day },
  { heading: 'Records', type: 'number', cell: ({ people }) => people },
  { heading: 'Entries', type: 'number', cell: ({ entries }) => entries },
  { heading: 'SHA-256 of the file', type: 'text', width: 66, cell: ({ sha256 }) => sha256 },
  { heading: 'Public key', type: 'text', width: 66, cell: ({ publicKey }) => publicKey ?? 'Stands in the file' },
  { heading: 'Bytes', type: 'number', cell: ({ size }) => size },
];

/** The daily anchors of the records as a list for files: how each is known, and not the anchors themselves. */
@Injectable()
export class AnchorList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly anchors: ReadAnchors,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'anchors', permission: 'anchors.read', title: 'Anchors of the record', columns: COLUMNS },
        ...{ filters: PageQuery, narrowed: () => [] },
        page: async () => ({ ...(await this.anchors.list()), nextCursor: null }),
      }),
    );
  }
}
