import { ListKinds, namesOf, type PagedColumn, pagedKind, Sql } from '@lms/api-platform';
import { type EquivalenceItem, EquivalenceQuery } from '@lms/contracts';
import { dateWords } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReadEquivalences } from './read-equivalences.js';

const STATES: Record<EquivalenceItem['state'], string> = {
  draft: 'Draft',
  'in-review': 'In review',
  'in-force': 'In force',
  closed: 'For earlier awards only',
  ended: 'Ended',
};
const SHOWN: Record<EquivalenceQuery['show'], string | false> = {
  all: false,
  'in-force': 'Only what is in force',
  open: 'Only what is to be decided or finished',
};

const COLUMNS: readonly PagedColumn<EquivalenceItem>[] = [
  {
    ...{ heading: 'What counts', type: 'text', width: 40 },
    cell: ({ source: { title, by } }) => (by === null ? title : `${title}, ${by}`),
  },
  { heading: 'Counts as', type: 'text', width: 30, cell: ({ courseTitle }) => courseTitle },
  { heading: 'How', type: 'text', width: 50, cell: (item) => terms(item).join(' ') },
  { heading: 'State', type: 'text', width: 24, cell: ({ state }) => STATES[state] },
  {
    ...{ heading: 'To do', type: 'text', width: 26 },
    cell: ({ waiting, openDraft }) => (waiting ? 'Waits for a second person' : openDraft ? 'New version' : null),
  },
  { heading: 'People', type: 'number', cell: ({ people }) => people },
];

/** Equivalences as a list for files: what the search, the filter and the course show, in the same order. */
@Injectable()
export class EquivalenceList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly equivalences: ReadEquivalences,
    private readonly sql: Sql,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'equivalences', permission: 'rules.read', title: 'Equivalences', columns: COLUMNS },
        filters: EquivalenceQuery,
        narrowed: async ({ q, show, courseId }) => [
          SHOWN[show],
          courseId ? `Course: ${(await namesOf(this.sql, [courseId]))(courseId)}` : false,
          q ? `Search: ${q}` : false,
        ],
        page: (ctx, query) => this.equivalences.list(ctx, query),
      }),
    );
  }
}

function terms({ kind, remainderTitle, fromOn, toOn, limitMonths: most }: EquivalenceItem): string[] {
  const [from, to] = [fromOn && dateWords(fromOn), toOn && dateWords(toOn)];
  return [
    ...(kind === 'top-up' && remainderTitle ? [`What is left to be done is ${remainderTitle}.`] : []),
    ...(kind === 'full' ? ['It is enough by itself.'] : []),
    ...(from && to ? [`Awarded from ${from} to ${to}.`] : []),
    ...(from && !to ? [`Awarded from ${from} on.`] : []),
    ...(to && !from ? [`Awarded up to ${to}.`] : []),
    ...(most ? [`It counts for ${most} ${most === 1 ? 'month' : 'months'} at most.`] : []),
  ];
}
