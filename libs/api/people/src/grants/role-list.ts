import { dayOf, ListKinds, namesOf, type PagedColumn, pagedKind, Sql } from '@lms/api-platform';
import { type GrantItem, GrantQuery, type GrantShow } from '@lms/contracts';
import { dateWords, type Role } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ListGrants } from './list-grants.js';

const ROLES: Record<Role, string> = {
  'people-team': 'People Team',
  author: 'Author',
  trainer: 'Trainer',
  coordinator: 'Coordinator',
  auditor: 'Auditor',
  administrator: 'Administrator',
};
const SHOWN: Record<GrantShow, string> = {
  live: 'In effect or ahead',
  'ends-soon': 'End within 30 days',
  unused: 'Not used for 90 days',
  over: 'Over',
};

const COLUMNS: readonly PagedColumn<GrantItem>[] = [
  { heading: 'Person', type: 'text', width: 26, cell: ({ personName }) => personName },
  { heading: 'Role', type: 'text', width: 18, cell: ({ role }) => ROLES[role] },
  {
    ...{ heading: 'Organisation', type: 'text', width: 28 },
    cell: ({ organisationName }) => organisationName ?? 'The whole Alliance',
  },
  { heading: 'From', type: 'date', cell: ({ startsOn }) => startsOn },
  { heading: 'Until', type: 'date', cell: ({ endsOn }) => endsOn },
  { heading: 'To look at', type: 'text', width: 28, cell: toLookAt },
  { heading: 'Given on', type: 'date', cell: ({ givenAt }) => dayOf(givenAt) },
  {
    ...{ heading: 'Given by', type: 'text', width: 26 },
    cell: ({ givenByName }) => givenByName ?? 'When Waymark was set up',
  },
  { heading: 'Last sign-in', type: 'date', cell: ({ lastSignInAt }) => dayOf(lastSignInAt) },
];

/** Who may do what, as a list for files: what the filters show, sorted as on the page. */
@Injectable()
export class RoleList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly grants: ListGrants,
    private readonly sql: Sql,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'roles', permission: 'grants.read', title: 'Roles', columns: COLUMNS, filters: GrantQuery },
        narrowed: async ({ show, role, organisationId, q }) => [
          SHOWN[show],
          role ? `Role: ${ROLES[role]}` : false,
          organisationId ? `Organisation: ${(await namesOf(this.sql, [organisationId]))(organisationId)}` : false,
          q ? `Search: ${q}` : false,
        ],
        page: (ctx, query) => this.grants.run(ctx, query),
      }),
    );
  }
}

function toLookAt({ status, startsOn, renewed, endsSoon, hasLeft, unused }: GrantItem): string | null {
  if (status === 'over') return 'Over';
  const shown = [
    status === 'planned' && `From ${dateWords(startsOn)}`,
    renewed && 'Renewed',
    endsSoon && !renewed && 'Ends soon',
    hasLeft && 'Has left',
    unused && 'Not used for 90 days',
  ];
  return shown.filter(Boolean).join(', ') || null;
}
