import { dayOf, ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import { type DuplicatePair, type Merge, MergeQuery, type PersonSketch } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FindDuplicates } from '../duplicates/find-duplicates.js';
import { ListMerges } from './list-merges.js';

const WHY: Record<DuplicatePair['why'][number], string> = {
  name: 'Names alike',
  email: 'Same e-mail',
  phone: 'Same telephone',
  number: 'Same employee number',
};
const KEPT: Record<NonNullable<Merge['keptBecause']>, string> = {
  'too-late': 'Can no longer be undone',
  'merged-on': 'Merged again since',
  undone: 'Undone',
};

/** Whoever was entered first comes first, as on the page. */
const inOrder = ({ one, other }: DuplicatePair): [PersonSketch, PersonSketch] =>
  one.addedOn <= other.addedOn ? [one, other] : [other, one];

const entry = (heading: string, place: 0 | 1): PagedColumn<DuplicatePair>[] => [
  { heading, type: 'text', width: 26, cell: (pair) => inOrder(pair)[place].name },
  {
    ...{ heading: `${heading}: organisation`, type: 'text', width: 24 },
    cell: (pair) => inOrder(pair)[place].organisationName,
  },
  { heading: `${heading}: role`, type: 'text', width: 22, cell: (pair) => inOrder(pair)[place].jobRole },
  {
    ...{ heading: `${heading}: employee number`, type: 'text', width: 16 },
    cell: (pair) => inOrder(pair)[place].employeeNumber,
  },
  { heading: `${heading}: e-mail`, type: 'text', width: 30, cell: (pair) => inOrder(pair)[place].contactEmail },
  { heading: `${heading}: telephone`, type: 'text', width: 18, cell: (pair) => inOrder(pair)[place].phone },
  { heading: `${heading}: added on`, type: 'date', cell: (pair) => inOrder(pair)[place].addedOn },
];
const ALIKE: readonly PagedColumn<DuplicatePair>[] = [
  ...entry('First entry', 0),
  ...entry('Second entry', 1),
  { heading: 'In common', type: 'text', width: 30, cell: ({ why }) => why.map((each) => WHY[each]).join(', ') },
];
const MERGED: readonly PagedColumn<Merge>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Merged into them', type: 'text', width: 26, cell: ({ mergedName }) => mergedName },
  { heading: 'Merged by', type: 'text', width: 26, cell: ({ mergedByName }) => mergedByName },
  { heading: 'Merged on', type: 'date', cell: ({ mergedAt }) => dayOf(mergedAt) },
  { heading: 'Note', type: 'text', width: 40, cell: ({ note }) => note || null },
  {
    ...{ heading: 'Can be undone until', type: 'date' },
    cell: ({ keptBecause, undoUntil }) => (keptBecause ? null : undoUntil),
  },
  {
    ...{ heading: 'State', type: 'text', width: 24 },
    cell: ({ keptBecause }) => (keptBecause ? KEPT[keptBecause] : 'Merged'),
  },
  { heading: 'Undone by', type: 'text', width: 26, cell: ({ undoneByName }) => undoneByName },
  { heading: 'Undone on', type: 'date', cell: ({ undoneAt }) => dayOf(undoneAt) },
];

/** Entries that look alike, and those that became one, as lists for files. */
@Injectable()
export class MergeLists implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly duplicates: FindDuplicates,
    private readonly merges: ListMerges,
  ) {}

  onModuleInit(): void {
    const all = { permission: 'people.write', filters: MergeQuery, narrowed: () => [] } as const;
    this.kinds.register(
      pagedKind({
        ...{ ...all, name: 'duplicates', title: 'People who may be entered twice', columns: ALIKE },
        page: (ctx, query) => this.duplicates.run(ctx, query),
      }),
    );
    this.kinds.register(
      pagedKind({
        ...{ ...all, name: 'merges', title: 'People who were merged', columns: MERGED },
        page: (ctx, query) => this.merges.run(ctx, query),
      }),
    );
  }
}
