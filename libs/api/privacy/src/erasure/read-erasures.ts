import { changeOf, type Ctx, decodeCursor, NotFound, Sql, toPage, Transactions } from '@lms/api-platform';
import type { Erasure, ErasurePage, ErasureQuery, ErasureToDecide } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ERASURES } from './erasure.sql.js';
import { PreviewErasure } from './preview-erasure.js';

/** $2 whether those that wait, $3 the last of the page before, $4 rows. */
const LIST = `${ERASURES} where (x.state = 'proposed') = $2 and ($3::uuid is null or x.id < $3) order by x.id desc limit $4`;
const ONE = `${ERASURES} where x.id = $2`;
const DIGEST = 'select digest from erasure where id = $1';

/** Erasures that wait for a second person, and those that are decided; newest first. */
@Injectable()
export class ReadErasures {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly preview: PreviewErasure,
  ) {}

  async list(ctx: Ctx, query: ErasureQuery): Promise<ErasurePage> {
    const [after] = decodeCursor(query.cursor, 1);
    const values = [ctx.actor.personId, query.show === 'open', after ?? null, query.limit + 1];
    const rows = await this.sql.rows<Erasure>('erasures', LIST, values);
    return toPage(rows, query.limit, (row) => [row.id]);
  }

  /** Beside how things are now, while it waits. */
  async one(ctx: Ctx, id: string): Promise<ErasureToDecide> {
    const erasure = await this.sql.row<Erasure>('erasure', ONE, [ctx.actor.personId, id]);
    if (!erasure) throw new NotFound();
    if (erasure.state !== 'proposed') return { erasure, preview: null, changed: false };
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const preview = await this.preview.look(tx, ctx, erasure.personId);
      const [proposed]: { digest: string }[] = await tx.query(DIGEST, [id]);
      return { erasure, preview, changed: proposed?.digest !== preview.digest };
    });
  }
}
