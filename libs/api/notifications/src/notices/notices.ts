import { changeOf, type Ctx, decodeCursor, NotFound, Sql, toPage, Transactions } from '@lms/api-platform';
import type { NoticeItem, NoticePage, NoticeQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

/** Ids are made in order of time, so they are the order of the list. $2 the last before this page, $3 rows. */
const LIST = `
  select n.id, to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, n.kind, n.about ->> 'title' as title,
    n.about ->> 'date' as date, nullif(concat_ws(' ', p.given_name, p.family_name), '') as "personName", (n.about -> 'count')::int as count,
    n.about ->> 'what' as what, n.link, n.read_at is not null as read
  from notice n
  left join person p on p.id = (n.about ->> 'personId')::uuid
  where n.person_id = $1 and ($2::uuid is null or n.id < $2) and (n.read_at is null or not $4)
  order by n.id desc limit $3`;

/** The reader's own notices. */
@Injectable()
export class Notices {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
  ) {}

  async list(ctx: Ctx, query: NoticeQuery): Promise<NoticePage> {
    const [after] = decodeCursor(query.cursor, 1);
    const rows = await this.sql.rows<NoticeItem>('notices', LIST, [
      ctx.actor.personId,
      after ?? null,
      query.limit + 1,
      query.show === 'unread',
    ]);
    return toPage(rows, query.limit, (row) => [row.id]);
  }

  async unread(ctx: Ctx): Promise<number> {
    const row = await this.sql.row<{ count: number }>(
      'unread-notices',
      'select count(*)::int as count from notice where person_id = $1 and read_at is null',
      [ctx.actor.personId],
    );
    return row?.count ?? 0;
  }

  /** Twice is once. NotFound for what is not the reader's. */
  async read(ctx: Ctx, id: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const rows: unknown[] = await tx.query('select from notice where id = $1 and person_id = $2', [
        id,
        ctx.actor.personId,
      ]);
      if (rows.length === 0) throw new NotFound();
      await tx.query('update notice set read_at = coalesce(read_at, $2) where id = $1', [id, ctx.now]);
    });
  }

  async readUpTo(ctx: Ctx, id: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), (tx) =>
      tx.query('update notice set read_at = $3 where person_id = $1 and read_at is null and id <= $2', [
        ctx.actor.personId,
        id,
        ctx.now,
      ]),
    );
  }
}
