import { type Ctx, decodeCursor, Sql } from '@lms/api-platform';
import type { CatalogueQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { BROWSE, SEARCH } from './catalogue.sql.js';
import { CorrectQuery } from './correct-query.js';

interface Row {
  /** How many courses hold the words, whatever the filters leave of them. */
  hits: number;
  answer: string;
}

/** What a learner finds: the contract's JSON as PostgreSQL wrote it, nothing is parsed or built on the way. */
@Injectable()
export class SearchCatalogue {
  constructor(
    private readonly sql: Sql,
    private readonly correct: CorrectQuery,
  ) {}

  async run(ctx: Ctx, query: CatalogueQuery): Promise<string> {
    const meantBefore = decodeCursor(query.cursor, 4)[3];
    const meant = typeof meantBefore === 'string' ? meantBefore : undefined;
    const found = await this.page(ctx, query, meant);
    if (!query.q || found.hits > 0 || query.cursor !== undefined) return found.answer;
    const better = await this.correct.run(ctx, query.q);
    if (better === undefined) return found.answer;
    const corrected = await this.page(ctx, query, better);
    return corrected.hits > 0 ? corrected.answer : found.answer;
  }

  private async page(ctx: Ctx, query: CatalogueQuery, meant: string | undefined): Promise<Row> {
    const typed = meant ?? query.q;
    const [name, text] = typed ? ['catalogue-search', SEARCH] : ['catalogue-browse', BROWSE];
    const row = await this.sql.row<Row>(name, text, catalogueValues(ctx.actor.personId, ctx.today, query, meant));
    if (!row) throw new Error('The catalogue answers nothing');
    return row;
  }
}

/** What the statements are asked with, in their order. */
export function catalogueValues(
  personId: string,
  today: string,
  query: CatalogueQuery,
  meant: string | undefined,
): unknown[] {
  const [tier, rank, after] = decodeCursor(query.cursor, 4);
  const filters = [query.topic, query.kind, query.length, query.outcome, query.validity].map((value) => value ?? null);
  return [
    personId,
    today,
    meant ?? (query.q || null),
    ...filters,
    query.saved === 'true',
    query.limit,
    query.cursor === undefined,
    tier,
    rank,
    after,
    meant ?? null,
  ];
}
