import { type Ctx, decodeCursor, likePattern, Sql, toPage } from '@lms/api-platform';
import type { Organisation, OrganisationPage, OrganisationQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { ORGANISATIONS } from './organisations.sql.js';

const LIST = `${ORGANISATIONS}
    and ($4::text is null or o.name ilike $4 or o.short_name ilike $4)
    and ($5::text is null or o.kind = $5)
    and ($6::uuid is null or lower(o.name) > (select lower(k.name) from organisation k where k.id = $6))
  order by lower(o.name)
  limit $7`;

@Injectable()
export class ListOrganisations {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: z.infer<typeof OrganisationQuery>): Promise<OrganisationPage> {
    const [after] = decodeCursor(query.cursor, 1);
    const rows = await this.sql.rows<Organisation>('list-organisations', LIST, [
      ctx.actor.personId,
      ctx.today,
      ctx.actor.permissions.has('people.read'),
      likePattern(query.q),
      query.kind ?? null,
      after,
      query.limit + 1,
    ]);
    return toPage(rows, query.limit, (row) => [row.id]);
  }
}
