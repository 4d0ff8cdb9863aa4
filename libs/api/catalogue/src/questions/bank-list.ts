import { ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import { BankQuery, type QuestionBank } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListBanks } from './list-banks.js';

const COLUMNS: readonly PagedColumn<QuestionBank>[] = [
  { heading: 'Bank', type: 'text', width: 34, cell: ({ title }) => title },
  { heading: 'Questions', type: 'number', cell: ({ questions }) => questions },
  { heading: 'Safety-critical', type: 'number', cell: ({ safetyCritical }) => safetyCritical },
  { heading: 'Tags', type: 'text', width: 40, cell: ({ tags }) => tags.map(({ tag }) => tag).join(', ') || null },
  {
    heading: 'Courses',
    type: 'text',
    width: 40,
    cell: ({ usedBy }) => usedBy.map((one) => one.title).join(', ') || null,
  },
];

/** Question banks as a list for files: what the search shows, in the same order. What is asked stands in none. */
@Injectable()
export class BankList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly banks: ListBanks,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'question-banks', permission: 'courses.read', title: 'Question banks', columns: COLUMNS },
        filters: BankQuery,
        narrowed: ({ q }) => [q && `Search: ${q}`],
        page: (_ctx, query) => this.banks.run(query),
      }),
    );
  }
}
