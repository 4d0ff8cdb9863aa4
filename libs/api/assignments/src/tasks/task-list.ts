import { ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import { type Task, TaskQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MyTasks } from './my-tasks.js';

const COLUMNS: readonly PagedColumn<Task>[] = [
  { heading: 'Task', type: 'text', width: 34, cell: ({ title }) => title },
  { heading: 'Person', type: 'text', width: 26, cell: ({ personName }) => personName },
  { heading: 'Organisation', type: 'text', width: 24, cell: ({ organisationName }) => organisationName },
  { heading: 'Path', type: 'text', width: 30, cell: ({ pathTitle }) => pathTitle },
  { heading: 'Due', type: 'date', cell: ({ dueOn }) => dueOn },
  { heading: 'Opens after', type: 'text', width: 30, cell: ({ opensAfter }) => opensAfter },
  { heading: 'What to do', type: 'text', width: 50, cell: ({ instructions }) => instructions || null },
  { heading: 'Done on', type: 'date', cell: ({ doneOn }) => doneOn },
  { heading: 'Note', type: 'text', width: 40, cell: ({ note }) => note || null },
];

/** What somebody has to do for others, and what they have done, as a list for files. */
@Injectable()
export class TaskList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly tasks: MyTasks,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'tasks', permission: 'self', title: 'Tasks', columns: COLUMNS, filters: TaskQuery },
        narrowed: ({ state }) => [state === 'done' ? 'Done' : 'To do'],
        page: (ctx, query) => this.tasks.run(ctx, query),
      }),
    );
  }
}
