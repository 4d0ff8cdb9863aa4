import { BeforeLists, type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { MatrixFilter, MatrixQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { MATRIX_CHOICES } from './matrix-choices.sql.js';
import type { MatrixLine } from './matrix-line.js';
import { matrixPage, type RowShape } from './matrix-page.sql.js';
import { matrixParts, seesAll } from './matrix-sql.js';
import { matrixTotals } from './matrix-totals.sql.js';

/** Where a row stands. */
interface Place {
  key: string;
  groupId: string;
  familyKey: string;
  givenKey: string;
  personId: string;
}

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** People against what is required of them, of whoever the reader sees. */
@Injectable()
export class GetMatrix {
  constructor(
    private readonly sql: Sql,
    private readonly before: BeforeLists,
  ) {}

  /** The contract's JSON, of rows as PostgreSQL wrote them. */
  async page(ctx: Ctx, query: MatrixQuery): Promise<string> {
    const { items, nextCursor } = await this.rows<{ item: string }>(ctx, query, 'json');
    return `{"items":[${items.map(({ item }) => item).join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`;
  }

  /** The same for whoever goes on with them. */
  lines(ctx: Ctx, query: MatrixQuery): Promise<Page<MatrixLine>> {
    return this.rows<MatrixLine>(ctx, query, 'line');
  }

  /** The contract's JSON as PostgreSQL wrote it. */
  async totals(ctx: Ctx, filter: MatrixFilter): Promise<string> {
    await this.before.catchUp(ctx);
    const parts = matrixParts(ctx, filter);
    return this.answer(`matrix-totals ${parts.name}`, matrixTotals(parts), parts.values);
  }

  choices({ actor, today }: Ctx): Promise<string> {
    return this.answer('matrix-choices', MATRIX_CHOICES, [today, actor.personId, seesAll(actor)]);
  }

  private async rows<T>(
    ctx: Ctx,
    { cursor, limit, ...filter }: MatrixQuery,
    shape: RowShape,
  ): Promise<Page<T & Place>> {
    const place = decodeCursor(cursor, 5);
    await this.before.catchUp(ctx);
    const parts = matrixParts(ctx, filter);
    const rows = await this.sql.rows<T & Place>(`matrix-${shape} ${parts.name}`, matrixPage(parts, shape), [
      ...parts.values,
      ...place,
      limit + 1,
    ]);
    return toPage(rows, limit, (row) => [row.key, row.groupId, row.familyKey, row.givenKey, row.personId]);
  }

  private async answer(name: string, text: string, values: unknown[]): Promise<string> {
    const row = await this.sql.row<{ answer: string }>(name, text, values);
    if (!row) throw new Error(`${name} has no answer`);
    return row.answer;
  }
}
