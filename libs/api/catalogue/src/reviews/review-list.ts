import { dayOf, ListKinds, type PagedColumn, pagedKind, timeOf } from '@lms/api-platform';
import { PageQuery, type Reviews } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListReviews } from './list-reviews.js';

type Review = Reviews['items'][number];

const COLUMNS: readonly PagedColumn<Review>[] = [
  { heading: 'Course or path', type: 'text', width: 34, cell: ({ title }) => title },
  { heading: 'What', type: 'text', cell: ({ kind }) => (kind === 'course' ? 'Course' : 'Path') },
  { heading: 'Version', type: 'number', cell: ({ number }) => number },
  { heading: 'Submitted by', type: 'text', width: 26, cell: ({ submittedByName }) => submittedByName },
  { heading: 'Submitted on', type: 'date', cell: ({ submittedAt }) => dayOf(submittedAt) },
  { heading: 'At', type: 'text', width: 8, cell: ({ submittedAt }) => timeOf(submittedAt) },
  {
    ...{ heading: 'Who decides', type: 'text', width: 20 },
    cell: ({ mine }) => (mine ? 'Somebody else' : 'You can'),
  },
];

/** What waits to be published, as a list for files. */
@Injectable()
export class ReviewList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly reviews: ListReviews,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'reviews', permission: 'courses.read', title: 'Reviews', columns: COLUMNS, filters: PageQuery },
        narrowed: () => [],
        page: async (ctx) => ({ ...(await this.reviews.run(ctx)), nextCursor: null }),
      }),
    );
  }
}
