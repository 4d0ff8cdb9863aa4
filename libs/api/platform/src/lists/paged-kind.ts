import type { ListName } from '@lms/contracts';
import type { Permission } from '@lms/domain';
import type { z } from 'zod';
import type { Ctx } from '../access/actor.js';
import { allPages } from './all-pages.js';
import { filtersOf } from './filters-of.js';
import type { ListKind, ShownCell, ShownColumn } from './shown-list.js';

const AT_ONCE = 500;

export interface PagedColumn<Item> extends ShownColumn {
  cell: (item: Item) => ShownCell;
}
interface PageAsked {
  cursor?: string | undefined;
  limit: number;
}

type Words = readonly (string | false | undefined)[];

/** A list that its page reads by a cursor: the file reads it by the same query, a larger page at a time. */
export interface PagedList<Query extends PageAsked, Item> {
  name: ListName;
  permission: Permission;
  title: string;
  /** The query of its address. */
  filters: z.ZodType<Query>;
  /** As the page shows them; the first says whose row it is, unless `fixed` says that several do. */
  columns: readonly PagedColumn<Item>[];
  fixed?: number;
  /** How it was narrowed down, in words; what is not set is nothing. NotFound where the reader sees nothing of the kind. */
  narrowed: (query: Query, ctx: Ctx) => Words | Promise<Words>;
  page: (ctx: Ctx, query: Query) => Promise<{ items: readonly Item[]; nextCursor: string | null }>;
}

/** Such a list, as it is registered with `ListKinds`. */
export function pagedKind<Query extends PageAsked, Item>(list: PagedList<Query, Item>): ListKind {
  const { name, permission, title, filters, columns, fixed = 1 } = list;
  return {
    ...{ name, permission, title },
    check: (given) => void filtersOf(filters, given),
    show: async (ctx, given) => {
      const query = filtersOf(filters, given);
      return {
        ...{ title, columns, fixed, total: null },
        narrowed: (await list.narrowed(query, ctx)).filter((words): words is string => Boolean(words)),
        rows: rowsOf(list, ctx, query),
      };
    },
  };
}

async function* rowsOf<Query extends PageAsked, Item>(
  { columns, page }: PagedList<Query, Item>,
  ctx: Ctx,
  query: Query,
): AsyncGenerator<readonly ShownCell[]> {
  for await (const item of allPages((cursor) => page(ctx, { ...query, cursor, limit: AT_ONCE })))
    yield columns.map(({ cell }) => cell(item));
}
