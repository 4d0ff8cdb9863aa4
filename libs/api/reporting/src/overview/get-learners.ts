import { type Ctx, decodeCursor, Sql, toPage } from '@lms/api-platform';
import type {
  AnsweredWronglyItem,
  AnsweredWronglyPage,
  AnsweredWronglyQuery,
  CompletedFilter,
  CompletedItem,
  CompletedPage,
  CompletedQuery,
  GivenUpItem,
  GivenUpPage,
  GivenUpQuery,
} from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { matrixParts, seesAll } from '../matrix/matrix-sql.js';
import { answeredWronglyPage } from './answered-wrongly.sql.js';
import { type Asked, completedPage, completedTotals } from './completed.sql.js';
import { givenUpPage } from './given-up.sql.js';

type CompletedRow = CompletedItem & { chain: string; seq: number };

/** Who is behind the numbers of what is learnt, of whomever the reader sees. */
@Injectable()
export class GetLearners {
  constructor(private readonly sql: Sql) {}

  async completed(ctx: Ctx, { cursor, limit, ...filter }: CompletedQuery): Promise<CompletedPage> {
    const place = decodeCursor(cursor, 3);
    const { of, name, values } = asked(ctx, filter);
    const rows = await this.sql.rows<CompletedRow>(`completed-page ${name}`, completedPage(of), [
      ...values,
      ...place,
      limit + 1,
    ]);
    const page = toPage(rows, limit, (row) => [row.completedOn, row.chain, row.seq]);
    return { ...page, items: page.items.map(({ chain: _c, seq: _s, ...item }) => item) };
  }

  /** The contract's JSON as PostgreSQL wrote it. */
  async completedTotals(ctx: Ctx, filter: CompletedFilter): Promise<string> {
    const { of, name, values } = asked(ctx, filter);
    const row = await this.sql.row<{ answer: string }>(`completed-totals ${name}`, completedTotals(of), values);
    if (!row) throw new Error('A count has one row');
    return row.answer;
  }

  async givenUp(ctx: Ctx, { cursor, limit, courseId, activityId, ...filter }: GivenUpQuery): Promise<GivenUpPage> {
    const place = decodeCursor(cursor, 3);
    const parts = matrixParts(ctx, { by: 'organisation', ...filter });
    const rows = await this.sql.rows<GivenUpItem>(
      `given-up-page ${parts.name}`,
      givenUpPage(parts, seesAll(ctx.actor)),
      [...parts.values, courseId ?? null, activityId ?? null, ...place, limit + 1],
    );
    return toPage(rows, limit, (row) => [row.lastOn, row.personId, row.activityId]);
  }

  /** Nobody for a question that nobody whom the reader sees was asked, or that is not there. */
  async answeredWrongly(
    ctx: Ctx,
    questionId: string,
    { cursor, limit, ...filter }: AnsweredWronglyQuery,
  ): Promise<AnsweredWronglyPage> {
    const place = decodeCursor(cursor, 2);
    const parts = matrixParts(ctx, { by: 'organisation', ...filter });
    const rows = await this.sql.rows<AnsweredWronglyItem>(
      `answered-wrongly-page ${parts.name}`,
      answeredWronglyPage(parts, seesAll(ctx.actor)),
      [...parts.values, questionId, ...place, limit + 1],
    );
    return toPage(rows, limit, (row) => [row.answeredOn, row.personId]);
  }
}

function asked(ctx: Ctx, { from, to, courseId, ...filter }: CompletedFilter) {
  const parts = matrixParts(ctx, { by: 'organisation', ...filter });
  const of: Asked = { parts, all: seesAll(ctx.actor), ofCourse: courseId !== undefined };
  const values = [...parts.values, from ?? null, to ?? null, ...(courseId ? [courseId] : [])];
  return { of, name: `${parts.name}${courseId ? ' course' : ''}`, values };
}
