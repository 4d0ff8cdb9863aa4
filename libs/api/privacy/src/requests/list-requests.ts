import { type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { DataRequest, DataRequestPage, DataRequestQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { REQUESTS } from './data-request.sql.js';

/** $2 of whom, $3 whether only what they asked for themselves, $4 the last of the page before, $5 rows. */
const LIST = `${REQUESTS}
  where ($2::uuid is null or x.person_id = any (persons_as(who_is($2)))) and (not $3::boolean or x.asked_by = x.person_id)
    and ($4::uuid is null or x.id < $4)
  order by x.id desc limit $5`;

/** Downloads that were asked for, newest first. */
@Injectable()
export class ListRequests {
  constructor(private readonly sql: Sql) {}

  all(ctx: Ctx, query: DataRequestQuery): Promise<DataRequestPage> {
    return this.page(ctx, query, query.personId ?? null, false);
  }

  /** What the reader asked for about themself: others’ requests about them stand in the file. */
  own(ctx: Ctx, query: DataRequestQuery): Promise<DataRequestPage> {
    return this.page(ctx, query, ctx.actor.personId, true);
  }

  private async page(ctx: Ctx, query: DataRequestQuery, of: string | null, own: boolean): Promise<DataRequestPage> {
    const [after] = decodeCursor(query.cursor, 1);
    const values = [ctx.actor.personId, of, own, after ?? null, query.limit + 1];
    const rows = await this.sql.rows<DataRequest>('data-requests', LIST, values);
    return toPage(rows, query.limit, (row) => [row.id]);
  }
}
