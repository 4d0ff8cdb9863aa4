import { BeforeLists, type Ctx, Sql } from '@lms/api-platform';
import type { OverviewFilter } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { matrixParts, seesAll } from '../matrix/matrix-sql.js';
import { overviewLearning } from './learning.sql.js';
import { overviewStanding } from './overview.sql.js';

/** Totals of whomever the reader sees. Both answer the contract's JSON as PostgreSQL wrote it. */
@Injectable()
export class GetOverview {
  constructor(
    private readonly sql: Sql,
    private readonly before: BeforeLists,
  ) {}

  async standing(ctx: Ctx, filter: OverviewFilter): Promise<string> {
    await this.before.catchUp(ctx);
    const parts = matrixParts(ctx, { by: 'organisation', ...filter });
    return this.answer(`overview ${parts.name}`, overviewStanding(parts), parts.values);
  }

  async learning(ctx: Ctx, filter: OverviewFilter): Promise<string> {
    await this.before.catchUp(ctx);
    const parts = matrixParts(ctx, { by: 'organisation', ...filter });
    const narrowed = Boolean(filter.organisationId ?? filter.schemeId);
    const text = overviewLearning(parts, seesAll(ctx.actor), narrowed);
    return this.answer(`overview-learning ${parts.name}`, text, parts.values);
  }

  private async answer(name: string, text: string, values: unknown[]): Promise<string> {
    const row = await this.sql.row<{ answer: string }>(name, text, values);
    if (!row) throw new Error(`${name} has no answer`);
    return row.answer;
  }
}
