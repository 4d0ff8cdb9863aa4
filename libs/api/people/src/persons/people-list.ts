import { ListKinds, type PagedColumn, pagedKind, Sql } from '@lms/api-platform';
import { type PersonItem, PersonQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListPeople } from './list-people.js';

const GROUPS: Readonly<Record<string, string>> = {
  office: 'Office',
  site: 'Site',
  driver: 'Drivers',
  supervisor: 'Supervisors',
  manager: 'Managers',
};
const STATUSES = { planned: 'Planned', current: 'Current', left: 'Left' } as const;

const COLUMNS: readonly PagedColumn<PersonItem>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ name }) => name },
  { heading: 'Organisation', type: 'text', width: 26, cell: ({ organisationName }) => organisationName },
  { heading: 'Role', type: 'text', width: 22, cell: ({ jobRole }) => jobRole },
  { heading: 'Group', type: 'text', cell: ({ employmentGroup: group }) => group && (GROUPS[group] ?? group) },
  { heading: 'Schemes', type: 'text', width: 26, cell: ({ schemes }) => schemes.join(', ') },
  { heading: 'First day', type: 'date', cell: ({ startsOn }) => startsOn },
  { heading: 'Last day', type: 'date', cell: ({ endsOn }) => endsOn },
  { heading: 'Status', type: 'text', cell: ({ status }) => STATUSES[status] },
];

/** The people directory as a list for files: what the filters show, in the same order. */
@Injectable()
export class PeopleList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly people: ListPeople,
    private readonly sql: Sql,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'people', permission: 'people.read', title: 'People', columns: COLUMNS, filters: PersonQuery },
        narrowed: (query) => this.narrowed(query),
        page: (ctx, query) => this.people.run(ctx, query),
      }),
    );
  }

  /** Whoever asks has chosen them by name. */
  private async narrowed({
    q,
    organisationId,
    schemeId,
    group,
    jobRole,
    status,
    speaker,
  }: PersonQuery): Promise<string[]> {
    const names = await this.sql.row<{ organisation: string | null; scheme: string | null }>(
      'people-list-names',
      `select (select name from organisation where id = $1) as organisation, (select name from scheme where id = $2) as scheme`,
      [organisationId ?? null, schemeId ?? null],
    );
    return [
      ...(names?.organisation ? [`Organisation: ${names.organisation}`] : []),
      ...(names?.scheme ? [`Scheme: ${names.scheme}`] : []),
      ...(jobRole ? [`Role: ${jobRole}`] : []),
      ...(group ? [`Group: ${GROUPS[group] ?? group}`] : []),
      ...(status ? [`Status: ${STATUSES[status]}`] : []),
      ...(speaker ? ['Line manager or coordinator: nobody who can be told'] : []),
      ...(q ? [`Search: ${q}`] : []),
    ];
  }
}
