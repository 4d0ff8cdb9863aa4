import { dayOf, ListKinds, namesOf, type PagedColumn, pagedKind, Sql, timeOf } from '@lms/api-platform';
import { Id, type ProblemItem, ProblemQuery, type ProblemState } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListProblems } from './list-problems.js';

const STATES: Record<ProblemState, string> = { open: 'Open', closed: 'Closed' };

const COLUMNS: readonly PagedColumn<ProblemItem>[] = [
  { heading: 'What they say', type: 'text', width: 60, cell: ({ words }) => words },
  { heading: 'Person', type: 'text', width: 26, cell: ({ personName }) => personName },
  { heading: 'On', type: 'date', cell: ({ createdAt }) => dayOf(createdAt) },
  { heading: 'At', type: 'text', width: 8, cell: ({ createdAt }) => timeOf(createdAt) },
  { heading: 'Activity', type: 'text', width: 30, cell: ({ activityTitle }) => activityTitle },
  { heading: 'Version', type: 'number', cell: ({ versionNumber }) => versionNumber },
  { heading: 'State', type: 'text', cell: ({ state }) => STATES[state] },
  { heading: 'Closed by', type: 'text', width: 26, cell: ({ closedByName }) => closedByName },
  { heading: 'Closed on', type: 'date', cell: ({ closedAt }) => dayOf(closedAt) },
  { heading: 'Screen', type: 'text', width: 14, cell: ({ device }) => device.screen },
  { heading: 'Device', type: 'text', width: 50, cell: ({ device }) => device.userAgent },
];

/** What learners report of a course, as a list for files. */
@Injectable()
export class ProblemList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly problems: ListProblems,
    private readonly sql: Sql,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'problems', permission: 'courses.write', title: 'Reported problems', columns: COLUMNS },
        filters: ProblemQuery.extend({ courseId: Id }),
        narrowed: async ({ courseId, state }) => [
          `Course: ${await this.titleOf(courseId)}`,
          state && `State: ${STATES[state]}`,
        ],
        page: (_ctx, { courseId, ...query }) => this.problems.run(courseId, query),
      }),
    );
  }

  /** NotFound where there is no such course, as on the page. */
  private async titleOf(courseId: string): Promise<string> {
    await this.problems.run(courseId, { limit: 1 });
    return (await namesOf(this.sql, [courseId]))(courseId);
  }
}
