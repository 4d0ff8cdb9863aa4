import {
  allPages,
  type Ctx,
  filtersOf,
  type ListKind,
  ListKinds,
  type ShownCell,
  type ShownList,
  Sql,
} from '@lms/api-platform';
import { type PersonItem, PersonQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListPeople } from './list-people.js';

const AT_ONCE = 1000;
const GROUPS: Readonly<Record<string, string>> = {
  office: 'Office',
  site: 'Site',
  driver: 'Drivers',
  supervisor: 'Supervisors',
  manager: 'Managers',
};
const STATUSES = { planned: 'Planned', current: 'Current', left: 'Left' } as const;
type Filters = Readonly<Record<string, string>>;

/** The people directory as a list for files: what the filters show, in the same order. */
@Injectable()
export class PeopleList implements ListKind, OnModuleInit {
  readonly name = 'people';
  readonly permission = 'people.read';

  constructor(
    private readonly kinds: ListKinds,
    private readonly people: ListPeople,
    private readonly sql: Sql,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  check(filters: Filters): void {
    filtersOf(PersonQuery, filters);
  }

  async show(ctx: Ctx, filters: Filters): Promise<ShownList> {
    const query = filtersOf(PersonQuery, filters);
    return {
      title: 'People',
      narrowed: await this.narrowed(query),
      columns: [
        { heading: 'Person', type: 'text', width: 26 },
        { heading: 'Organisation', type: 'text', width: 26 },
        { heading: 'Role', type: 'text', width: 22 },
        { heading: 'Group', type: 'text' },
        { heading: 'Schemes', type: 'text', width: 26 },
        { heading: 'First day', type: 'date' },
        { heading: 'Last day', type: 'date' },
        { heading: 'Status', type: 'text' },
      ],
      fixed: 1,
      total: null,
      rows: this.rows(ctx, query),
    };
  }

  private async *rows(ctx: Ctx, query: PersonQuery): AsyncGenerator<readonly ShownCell[]> {
    for await (const person of allPages((cursor) => this.people.run(ctx, { ...query, cursor, limit: AT_ONCE })))
      yield cellsOf(person);
  }

  /** Whoever asks has chosen them by name. */
  private async narrowed({ q, organisationId, schemeId, group, jobRole, status }: PersonQuery): Promise<string[]> {
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
      ...(q ? [`Search: ${q}`] : []),
    ];
  }
}

const cellsOf = (person: PersonItem): ShownCell[] => [
  person.name,
  person.organisationName,
  person.jobRole,
  person.employmentGroup && (GROUPS[person.employmentGroup] ?? person.employmentGroup),
  person.schemes.join(', '),
  person.startsOn,
  person.endsOn,
  STATUSES[person.status],
];
