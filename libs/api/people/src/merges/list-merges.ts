import { type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { Merge, MergePage } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { MERGES } from './merge.sql.js';

const LIST = `${MERGES}
  where $2::uuid is null or (m.merged_at, m.id) < (select k.merged_at, k.id from person_merge k where k.id = $2)
  order by m.merged_at desc, m.id desc limit $3`;

/** What was merged, the newest first, and what of it can be undone. */
@Injectable()
export class ListMerges {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: { cursor?: string | undefined; limit: number }): Promise<MergePage> {
    const [after] = decodeCursor(query.cursor, 1);
    const rows = await this.sql.rows<Merge>('merges', LIST, [ctx.today, after ?? null, query.limit + 1]);
    return toPage(rows, query.limit, (row) => [row.id]);
  }
}
