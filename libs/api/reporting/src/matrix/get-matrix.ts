import { BeforeLists, type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type { MatrixFilter, MatrixPage, MatrixQuery, MatrixRow } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { MATRIX_CHOICES } from './matrix-choices.sql.js';
import { matrixPage } from './matrix-page.sql.js';
import { matrixParts, seesAll } from './matrix-sql.js';
import { matrixTotals } from './matrix-totals.sql.js';

/** A row as the contract's JSON, and its place. */
interface Row {
  item: string;
  key: string;
  groupId: string;
  familyKey: string;
  givenKey: string;
  personId: string;
}

interface Page {
  items: string[];
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
    const { items, nextCursor } = await this.rows(ctx, query);
    return `{"items":[${items.join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`;
  }

  /** The same for whoever goes on with them. */
  async read(ctx: Ctx, query: MatrixQuery): Promise<MatrixPage> {
    const { items, nextCursor } = await this.rows(ctx, query);
    return { items: items.map((item): MatrixRow => JSON.parse(item)), nextCursor };
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

  private async rows(ctx: Ctx, { cursor, limit, ...filter }: MatrixQuery): Promise<Page> {
    const place = decodeCursor(cursor, 5);
    await this.before.catchUp(ctx);
    const parts = matrixParts(ctx, filter);
    const rows = await this.sql.rows<Row>(`matrix-page ${parts.name}`, matrixPage(parts), [
      ...parts.values,
      ...place,
      limit + 1,
    ]);
    const page = toPage(rows, limit, (row) => [row.key, row.groupId, row.familyKey, row.givenKey, row.personId]);
    return { ...page, items: page.items.map(({ item }) => item) };
  }

  private async answer(name: string, text: string, values: unknown[]): Promise<string> {
    const row = await this.sql.row<{ answer: string }>(name, text, values);
    if (!row) throw new Error(`${name} has no answer`);
    return row.answer;
  }
}
