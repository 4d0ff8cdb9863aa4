import { dayOf, ListKinds, type PagedColumn, pagedKind, timeOf } from '@lms/api-platform';
import { type ToAssessItem, ToAssessQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListToAssess } from './list-to-assess.js';

const COLUMNS: readonly PagedColumn<ToAssessItem>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Role', type: 'text', width: 22, cell: ({ jobRole }) => jobRole },
  { heading: 'Organisation', type: 'text', width: 24, cell: ({ organisationName }) => organisationName },
  { heading: 'Course', type: 'text', width: 34, cell: ({ courseTitle }) => courseTitle },
  { heading: 'Asked on', type: 'date', cell: ({ askedAt }) => dayOf(askedAt) },
  { heading: 'At', type: 'text', width: 8, cell: ({ askedAt }) => timeOf(askedAt) },
  { heading: 'Due', type: 'date', cell: ({ dueOn }) => dueOn },
  { heading: 'State', type: 'text', cell: ({ assessmentId }) => (assessmentId ? 'Begun' : 'Waiting') },
  { heading: 'Note', type: 'text', width: 40, cell: ({ note }) => note || null },
];

/** Practicals that wait for somebody's signature, as a list for files. */
@Injectable()
export class ToAssessList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly waiting: ListToAssess,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'to-assess', permission: 'self', title: 'To assess', columns: COLUMNS, filters: ToAssessQuery },
        narrowed: ({ q }) => [q && `Search: ${q}`],
        page: (ctx, query) => this.waiting.run(ctx, query),
      }),
    );
  }
}
