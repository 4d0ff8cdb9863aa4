import { allPages, type Ctx, ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import { type Organisation, OrganisationKind, OrganisationQuery } from '@lms/contracts';
import { inOrder, named, pruned, treeOf } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { z } from 'zod';
import { ListOrganisations } from './list-organisations.js';

const AT_ONCE = 500;
const KINDS: Record<Organisation['kind'], string> = { client: 'Client', partner: 'Partner', supplier: 'Supplier' };

const COLUMNS: readonly PagedColumn<Organisation>[] = [
  { heading: 'Organisation', type: 'text', width: 34, cell: ({ name }) => name },
  { heading: 'Short name', type: 'text', width: 20, cell: ({ shortName }) => shortName },
  { heading: 'Kind', type: 'text', cell: ({ kind }) => KINDS[kind] },
  { heading: 'Tier', type: 'number', cell: ({ tier }) => tier },
  { heading: 'Supplier above it', type: 'text', width: 30, cell: ({ parentName }) => parentName },
  { heading: 'Sponsored by', type: 'text', width: 30, cell: ({ sponsorName }) => sponsorName },
  { heading: 'People', type: 'number', cell: ({ people }) => people },
];

/** Organisations as a list for files: kind by kind, each supplier with the tiers below it after it. */
@Injectable()
export class OrganisationList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly organisations: ListOrganisations,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'organisations', permission: 'people.read', title: 'Organisations', columns: COLUMNS },
        filters: OrganisationQuery,
        narrowed: ({ q, kind }) => [kind && `Kind: ${KINDS[kind]}`, q && `Search: ${q}`],
        page: async (ctx, query) => ({ items: await this.tree(ctx, query), nextCursor: null }),
      }),
    );
  }

  /** What is above a match stays, as on the page. */
  private async tree(ctx: Ctx, { q, kind }: z.infer<typeof OrganisationQuery>): Promise<Organisation[]> {
    const all: Organisation[] = [];
    for await (const one of allPages((cursor) => this.organisations.run(ctx, { cursor, limit: AT_ONCE, kind })))
      all.push(one);
    return OrganisationKind.options.flatMap((of) =>
      inOrder(pruned(treeOf(all.filter((one) => one.kind === of)), named(q ?? ''))),
    );
  }
}
