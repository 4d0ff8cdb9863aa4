import { type Ctx, decodeCursor, likePattern, Sql, toPage } from '@lms/api-platform';
import type { ImportRow, ImportRowPage, ImportRowQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { DIFF } from '../run/kept-diff.js';
import { GetImport } from './get-import.js';

const LIST = `
  select r.n, r.about, r.outcome, r.cells, r.messages, ${DIFF}, r.likely, r.choice, r.selected, r.result, r.note
  from import_row r
  where r.import_id = $1 and r.n > $2 and r.outcome is not null
    and ($3::text is null or r.outcome = $3) and ($4::text is null or r.result = $4)
    and ($5::text is null or r.about ilike $5 or r.cells::text ilike $5)
  order by r.n limit $6`;

/** In the order of the file. */
@Injectable()
export class ListRows {
  constructor(
    private readonly sql: Sql,
    private readonly get: GetImport,
  ) {}

  async run(ctx: Ctx, id: string, { outcome, result, q, cursor, limit }: ImportRowQuery): Promise<ImportRowPage> {
    await this.get.run(ctx, id);
    const [after] = decodeCursor(cursor, 1);
    const values = [id, after ?? 0, outcome ?? null, result ?? null, q ? likePattern(q) : null, limit + 1];
    return toPage(await this.sql.rows<ImportRow>('import-rows', LIST, values), limit, ({ n }) => [n]);
  }
}
