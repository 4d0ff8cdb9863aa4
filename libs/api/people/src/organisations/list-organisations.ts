import { type Ctx, decodeCursor, likePattern, NotFound, Sql, toPage } from '@lms/api-platform';
import type { Organisation, OrganisationPage, OrganisationQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { ORGANISATIONS } from './organisation.sql.js';

@Injectable()
export class ListOrganisations {
  constructor(private readonly sql: Sql) {}

  async page(ctx: Ctx, query: z.infer<typeof OrganisationQuery>): Promise<OrganisationPage> {
    const [name, id] = decodeCursor(query.cursor, 2);
    const rows = await this.sql.rows<Organisation>(
      'list-organisations',
      `${ORGANISATIONS}
         and ($4::text is null or o.name ilike $4 or o.short_name ilike $4) and ($5::text is null or o.kind = $5)
         and ($6::text is null or (lower(o.name), o.id) > ($6, $7::uuid))
       order by lower(o.name), o.id limit $8`,
      [...asker(ctx), likePattern(query.q), query.kind ?? null, name, id, query.limit + 1],
    );
    return toPage(rows, query.limit, (o) => [o.name.toLowerCase(), o.id]);
  }

  async one(ctx: Ctx, id: string): Promise<Organisation> {
    const row = await this.sql.row<Organisation>('organisation', `${ORGANISATIONS} and o.id = $4`, [...asker(ctx), id]);
    if (!row) throw new NotFound();
    return row;
  }
}

const asker = (ctx: Ctx): unknown[] => [
  ctx.actor.personId,
  ctx.today,
  ctx.actor.permissions.has('organisations.write'),
];
