import { AssignmentsFacade } from '@lms/api-assignments';
import { type Ctx, decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { OrganisationPerson, OrganisationStanding } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ORGANISATION_PAGE, organisationTotals } from './organisation-standing.sql.js';

type Row = OrganisationPerson & { familyKey: string; givenKey: string };

/** How the people of an organisation stand, whoever of them the reader sees. */
@Injectable()
export class GetOrganisationStanding {
  constructor(
    private readonly sql: Sql,
    private readonly assignments: AssignmentsFacade,
  ) {}

  /** The contract's JSON as PostgreSQL wrote it. NotFound where the reader sees nobody. */
  async totals(ctx: Ctx, id: string): Promise<string> {
    await this.assignments.everybodyCaughtUp(ctx);
    const everything = seesAll(ctx);
    const name = `organisation-totals ${everything ? 'all' : 'seen'}`;
    const values = asked(ctx, id).slice(0, 3);
    const row = await this.sql.row<{ answer: string }>(name, organisationTotals(everything), values);
    if (!row) throw new NotFound();
    return row.answer;
  }

  async page(
    ctx: Ctx,
    id: string,
    query: { cursor?: string | undefined; limit: number },
  ): Promise<OrganisationStanding> {
    const place = decodeCursor(query.cursor, 3);
    await this.assignments.everybodyCaughtUp(ctx);
    const rows = await this.sql.rows<Row>('organisation-standing', ORGANISATION_PAGE, [
      ...asked(ctx, id),
      ...place,
      query.limit + 1,
    ]);
    if (rows.length === 0 && query.cursor === undefined) throw new NotFound();
    const page = toPage(rows, query.limit, (row) => [row.familyKey, row.givenKey, row.personId]);
    return { ...page, items: page.items.map(({ familyKey: _f, givenKey: _g, ...item }) => item) };
  }
}

/** Whoever decides for the Alliance, or audits it, sees everything; an employer what its own reasons ask. */
const seesAll = ({ actor }: Ctx): boolean => actor.permissions.has('rules.read');

const asked = (ctx: Ctx, id: string): [string, string, string, boolean] => [
  id,
  ctx.today,
  ctx.actor.personId,
  seesAll(ctx),
];
