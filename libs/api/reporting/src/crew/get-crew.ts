import { BeforeLists, type Ctx, decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { CrewOrganisation, CrewOrganisations, CrewPage, CrewPerson, CrewQuery, MatrixTeam } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { matrixParts } from '../matrix/matrix-sql.js';
import { CREW_ORGANISATIONS, crewPage, crewTotals } from './crew.sql.js';

/** The people of an organisation and of the tiers below it, or those who report to the reader. */
export type Whose = { organisationId: string; team?: undefined } | { organisationId?: undefined; team: MatrixTeam };
type Row = CrewPerson & { leadKey: string; rank: number; familyKey: string; givenKey: string };

/** Who is in order, one row a person, as whoever looks after them needs it. Counted by the matrix's own parts. */
@Injectable()
export class GetCrew {
  constructor(
    private readonly sql: Sql,
    private readonly before: BeforeLists,
  ) {}

  async organisations({ actor, today }: Ctx): Promise<CrewOrganisations> {
    const values = [actor.personId, today];
    return { items: await this.sql.rows<CrewOrganisation>('crew-organisations', CREW_ORGANISATIONS, values) };
  }

  /** NotFound for an organisation whose people the reader does not look after. */
  async page(ctx: Ctx, whose: Whose, { cursor, limit, show, q }: CrewQuery): Promise<CrewPage> {
    const place = decodeCursor(cursor, 5);
    await this.assertTheirs(ctx, whose);
    await this.before.catchUp(ctx);
    const parts = matrixParts(ctx, { by: 'organisation', ...whose, q });
    const rows = await this.sql.rows<Row>(`crew-page ${parts.name}`, crewPage(parts, whose.team !== undefined), [
      ...[...parts.values, ctx.now, show ?? null],
      ...[...place, limit + 1],
    ]);
    const page = toPage(rows, limit, (row) => [row.leadKey, row.rank, row.familyKey, row.givenKey, row.personId]);
    return {
      ...page,
      items: page.items.map(({ leadKey: _l, rank: _r, familyKey: _f, givenKey: _g, ...item }) => item),
    };
  }

  /** The contract's JSON as PostgreSQL wrote it. */
  async totals(ctx: Ctx, whose: Whose): Promise<string> {
    await this.assertTheirs(ctx, whose);
    await this.before.catchUp(ctx);
    const parts = matrixParts(ctx, { by: 'organisation', ...whose });
    const row = await this.sql.row<{ answer: string }>(
      `crew-totals ${parts.name}`,
      crewTotals(parts, whose.team !== undefined),
      [...parts.values, ctx.now],
    );
    if (!row) throw new Error('A count has one row');
    return row.answer;
  }

  /** NotFound for an organisation whose people the reader does not look after. */
  async assertTheirs({ actor, today }: Ctx, { organisationId }: Whose): Promise<void> {
    if (!organisationId) return;
    const row = await this.sql.row('crew-of', 'select from organisations_filled_by($1, $2) o(id) where o.id = $3', [
      actor.personId,
      today,
      organisationId,
    ]);
    if (!row) throw new NotFound();
  }
}
