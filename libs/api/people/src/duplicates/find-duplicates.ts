import { changeOf, type Ctx, decodeCursor, Sql, toPage, Transactions } from '@lms/api-platform';
import type { DuplicatePage, DuplicatePair } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { sketchJson } from './sketch.sql.js';

/** So many entries are looked at for one read: about a second's work in the largest directory. */
const LOOKS = 100;

/** An address, a telephone or a number in common says more than any name. */
const RANK = `(d.likeness + case when d.why = '{name}' then 0 else 1 end)::float8`;

/** $1 to $3 the last pair before this page, $4 rows, $5 who asks: one's own entry is for somebody else to decide. */
const PAIRS = `
  select d.one_id as "oneId", d.other_id as "otherId", ${RANK} as exact, round(d.likeness * 100)::int as likeness,
    d.why, ${sketchJson('one')} as one, ${sketchJson('other')} as other
  from duplicate_pair d
  join person one on one.id = d.one_id and one.erased_at is null
  join person other on other.id = d.other_id and other.erased_at is null
  where ($1::float8 is null or (-${RANK}, d.one_id, d.other_id) > (-$1::float8, $2::uuid, $3::uuid))
    and not exists (select from person_alias a where a.person_id in (d.one_id, d.other_id))
    and not exists (select from person_apart x where x.one_id = d.one_id and x.other_id = d.other_id)
    and $5 not in (d.one_id, d.other_id)
  order by -${RANK}, d.one_id, d.other_id
  limit $4`;

type Row = DuplicatePair & { oneId: string; otherId: string; exact: number };

/** Entries that may be one human being twice: those with more than a name in common first, then the most alike. Looks again at what has changed. */
@Injectable()
export class FindDuplicates {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
  ) {}

  async run(ctx: Ctx, query: { cursor?: string | undefined; limit: number }): Promise<DuplicatePage> {
    const [exact, one, other] = decodeCursor(query.cursor, 3);
    const left = await this.transactions.run(changeOf(ctx), async (tx) => {
      // Two readers at once: the second finds the work done.
      await tx.query('select pg_advisory_xact_lock(30)');
      const [looked]: { left: number }[] = await tx.query('select look_for_duplicates($1) as left', [LOOKS]);
      return looked?.left ?? 0;
    });
    const rows = await this.sql.rows<Row>('duplicates', PAIRS, [
      exact ?? null,
      one ?? null,
      other ?? null,
      query.limit + 1,
      ctx.actor.personId,
    ]);
    const page = toPage(rows, query.limit, (row) => [String(row.exact), row.oneId, row.otherId]);
    return {
      nextCursor: page.nextCursor,
      left,
      items: page.items.map((row) => ({ one: row.one, other: row.other, why: row.why, likeness: row.likeness })),
    };
  }
}
