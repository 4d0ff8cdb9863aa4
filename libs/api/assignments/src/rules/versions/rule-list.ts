import { ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import { type RuleItem, RuleQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReadRules } from './read-rules.js';

const STATES: Record<RuleItem['state'], string> = {
  draft: 'Draft',
  'in-review': 'Waiting for approval',
  approved: 'Approved',
  'in-force': 'In force',
  planned: 'Not in force',
  ended: 'Ended',
};
const SHOWN: Record<RuleQuery['show'], string | false> = {
  all: false,
  'in-force': 'Only what is in force',
  open: 'Only what is not in force',
  'to-decide': 'Only what is to be decided',
};

const COLUMNS: readonly PagedColumn<RuleItem>[] = [
  { heading: 'Rule', type: 'text', width: 34, cell: ({ name }) => name },
  { heading: 'What it says', type: 'text', width: 60, cell: ({ sentence }) => sentence },
  { heading: 'State', type: 'text', width: 20, cell: ({ state }) => STATES[state] },
  { heading: 'To do', type: 'text', width: 30, cell: toDo },
  { heading: 'People', type: 'number', cell: ({ people }) => people },
];

/** Rules as a list for files: what the search and the filter show, in the same order, each as its sentence. */
@Injectable()
export class RuleList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly rules: ReadRules,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'rules', permission: 'rules.read', title: 'Rules', columns: COLUMNS, filters: RuleQuery },
        narrowed: ({ q, show }) => [SHOWN[show], q && `Search: ${q}`],
        page: (ctx, query) => this.rules.list(ctx, query),
      }),
    );
  }
}

function toDo({ waits, openDraft, exceptions }: RuleItem): string | null {
  const dates = exceptions === 1 ? '1 date to decide' : `${exceptions} dates to decide`;
  const shown = [waits && 'Waits for a second person', openDraft && 'New version begun', exceptions > 0 && dates];
  return shown.filter(Boolean).join(', ') || null;
}
