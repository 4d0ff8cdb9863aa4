import { dayOf, ListKinds, type PagedColumn, pagedKind, timeOf } from '@lms/api-platform';
import { type ScheduledFormat, type ScheduleItem, ScheduleQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { cadenceInWords } from './cadence-words.js';
import { ReadSchedules } from './read-schedules.js';

const FORMATS: Record<ScheduledFormat, string> = { csv: 'CSV', xlsx: 'Workbook (XLSX)', pdf: 'PDF' };
const STATES: Record<ScheduleItem['state'], string> = { active: 'Active', paused: 'Paused', ended: 'Ended' };

/** What goes out by itself, as a list for files: the reader's own, and everybody's for the People Team. */
@Injectable()
export class ScheduleList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly schedules: ReadSchedules,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'schedules', permission: 'self', title: 'Schedules', columns: this.columns() },
        filters: ScheduleQuery,
        narrowed: ({ show }) => [show === 'ended' && 'Only what has ended'],
        page: (ctx, query) => this.schedules.page(ctx, query),
      }),
    );
  }

  private columns(): readonly PagedColumn<ScheduleItem>[] {
    return [
      { heading: 'Schedule', type: 'text', width: 34, cell: ({ name }) => name },
      { heading: 'List', type: 'text', width: 26, cell: ({ list }) => this.kinds.titleOf(list) },
      { heading: 'Format', type: 'text', width: 16, cell: ({ format }) => FORMATS[format] },
      { heading: 'Owner', type: 'text', width: 26, cell: ({ ownerName }) => ownerName },
      { heading: 'People who receive it', type: 'number', cell: ({ receiving }) => receiving },
      { heading: 'When', type: 'text', width: 28, cell: ({ cadence }) => cadenceInWords(cadence) },
      { heading: 'State', type: 'text', cell: ({ state }) => STATES[state] },
      { heading: 'Next on', type: 'date', cell: ({ nextAt }) => dayOf(nextAt) },
      { heading: 'Next at', type: 'text', width: 8, cell: ({ nextAt }) => timeOf(nextAt) },
      { heading: 'Last on', type: 'date', cell: ({ lastRun }) => dayOf(lastRun?.dueAt ?? null) },
      { heading: 'Last at', type: 'text', width: 8, cell: ({ lastRun }) => timeOf(lastRun?.dueAt ?? null) },
      { heading: 'How it went', type: 'text', width: 20, cell: ({ lastRun }) => lastRun && howItWent(lastRun) },
    ];
  }
}

function howItWent({ state, made, people, late }: NonNullable<ScheduleItem['lastRun']>): string {
  const done = people === 0 ? 'Nobody receives it' : `${made} of ${people} made`;
  const words = { waiting: 'Waiting', making: 'Being made', refused: 'Not made', done }[state];
  return late ? `${words}, late` : words;
}
