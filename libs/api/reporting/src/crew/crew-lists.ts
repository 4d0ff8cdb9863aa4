import { type Ctx, ListKinds, namesOf, type PagedColumn, pagedKind, Sql } from '@lms/api-platform';
import { type CrewPerson, CrewQuery, type CrewShow, Id, TeamQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GetCrew } from './get-crew.js';

const SHOWN: Record<CrewShow, string> = {
  late: 'Only people who are not in order',
  soon: 'Only people with something in the next 30 days',
  waiting: 'Only people whose evidence is being checked',
  outside: 'Only people who cannot sign in yet',
};
const ACCESS: Record<CrewPerson['access'], string> = {
  own: 'Signs in',
  asked: 'Invited, not signed in yet',
  none: 'Cannot sign in yet',
};

const COLUMNS: readonly PagedColumn<CrewPerson>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Role', type: 'text', width: 22, cell: ({ jobRole }) => jobRole },
  { heading: 'Organisation', type: 'text', width: 22, cell: ({ organisationName }) => organisationName },
  { heading: 'Next', type: 'text', width: 30, cell: ({ next }) => next?.title ?? null },
  { heading: 'Standing', type: 'text', cell: ({ next }) => next?.standing ?? null },
  { heading: 'By', type: 'date', cell: ({ next }) => next?.day ?? null },
  { heading: 'Not in order', type: 'number', cell: ({ late }) => late },
  { heading: 'Next 30 days', type: 'number', cell: ({ soon }) => soon },
  { heading: 'Evidence being checked', type: 'number', cell: ({ waiting }) => waiting },
  { heading: 'Access', type: 'text', width: 24, cell: ({ access }) => ACCESS[access] },
];
const TEAM: readonly PagedColumn<CrewPerson>[] = [
  ...COLUMNS,
  { heading: 'Reports to', type: 'text', width: 26, cell: ({ lead }) => lead?.name ?? null },
];

/** The people of an organisation for whoever looks after them, and those who report to somebody, as lists for files. */
@Injectable()
export class CrewLists implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly crew: GetCrew,
    private readonly sql: Sql,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'crew', permission: 'record.read', title: 'Crew', columns: COLUMNS },
        filters: CrewQuery.extend({ organisationId: Id }),
        narrowed: async ({ organisationId, show, q }, ctx) => [
          `Organisation: ${await this.nameOf(ctx, organisationId)}, and the tiers below it`,
          ...narrowed(show, q),
        ],
        page: (ctx, { organisationId, ...query }) => this.crew.page(ctx, { organisationId }, query),
      }),
    );
    this.kinds.register(
      pagedKind({
        ...{ name: 'team', permission: 'record.read', title: 'Team', columns: TEAM, filters: TeamQuery },
        narrowed: ({ team, show, q }) => [
          team === 'all' ? 'People who report to you or to your people' : 'People who report to you',
          ...narrowed(show, q),
        ],
        page: (ctx, { team, ...query }) => this.crew.page(ctx, { team }, query),
      }),
    );
  }

  /** NotFound for one that the reader does not look after, as on the page. */
  private async nameOf(ctx: Ctx, organisationId: string): Promise<string> {
    await this.crew.assertTheirs(ctx, { organisationId });
    return (await namesOf(this.sql, [organisationId]))(organisationId);
  }
}

const narrowed = (show: CrewShow | undefined, q: string | undefined): (string | false)[] => [
  show ? SHOWN[show] : false,
  q ? `Name contains: ${q}` : false,
];
