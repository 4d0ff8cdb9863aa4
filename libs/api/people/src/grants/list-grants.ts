import { type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { GrantItem, GrantPage, GrantQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { searchWords } from '../persons/search-words.js';
import { COUNT_GRANTS, LIST_GRANTS } from './list-grants.sql.js';

type Row = GrantItem & { key: string; family: string; given: string; place: number };

const NIL = '00000000-0000-0000-0000-000000000000';
const BEFORE_ALL = ['', '', '', NIL, NIL] as const;

/** All roles of everybody, for whoever reviews them; being shown who holds one is not seeing the person. */
@Injectable()
export class ListGrants {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: GrantQuery): Promise<GrantPage> {
    const after = decodeCursor(query.cursor, BEFORE_ALL.length);
    const [rows, counts] = await Promise.all([
      this.sql.rows<Row>('list-grants', LIST_GRANTS, [
        ...[ctx.today, query.show, query.role ?? null, query.organisationId ?? null, searchWords(query.q), query.by],
        ...BEFORE_ALL.map((first, i) => after[i] ?? first),
        query.limit + 1,
      ]),
      this.sql.row<GrantPage['counts']>('count-grants', COUNT_GRANTS, [ctx.today]),
    ]);
    const page = toPage(rows, query.limit, (row) => [row.key, row.family, row.given, row.personId, row.id]);
    return {
      ...page,
      items: page.items.map(({ key: _k, family: _f, given: _g, place: _p, ...item }) => item),
      counts: counts ?? { live: 0, endsSoon: 0, unused: 0, over: 0 },
    };
  }
}
