import { dayOf, ListKinds, type PagedColumn, pagedKind, timeOf } from '@lms/api-platform';
import { type RecordedItem, RecordedQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListRecorded } from './list-recorded.js';

const COLUMNS: readonly PagedColumn<RecordedItem>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Course', type: 'text', width: 34, cell: ({ courseTitle }) => courseTitle },
  { heading: 'Done on', type: 'date', cell: ({ completedOn }) => completedOn },
  { heading: 'Recorded on', type: 'date', cell: ({ recordedAt }) => dayOf(recordedAt) },
  { heading: 'At', type: 'text', width: 8, cell: ({ recordedAt }) => timeOf(recordedAt) },
  { heading: 'Note', type: 'text', width: 40, cell: ({ note }) => note || null },
  { heading: 'State', type: 'text', width: 40, cell: stateOf },
];

/** What a trainer recorded in person, as a list for files. */
@Injectable()
export class RecordedList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly recorded: ListRecorded,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'recorded', permission: 'record.write', title: 'Recorded in person', columns: COLUMNS },
        ...{ filters: RecordedQuery, narrowed: () => [] },
        page: (ctx, query) => this.recorded.run(ctx, query),
      }),
    );
  }
}

function stateOf({ takenBack, seq, activityTitle }: RecordedItem): string {
  if (takenBack) return 'Taken back';
  return seq === null ? `${activityTitle} alone; the course is not done yet` : 'Recorded';
}
