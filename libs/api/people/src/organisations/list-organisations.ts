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

/** Where nothing matches as typed: those with a word that is spelled nearly so, the likeliest first. $4 what was typed. */
const NEARLY = `${ORGANISATIONS}
    and strict_word_similarity(lower($4), lower(o.name)) >= 0.3
    and ($5::text is null or o.kind = $5)
  order by strict_word_similarity(lower($4), lower(o.name)) desc, lower(o.name)
  limit $6`;

@Injectable()
export class ListOrganisations {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: z.infer<typeof OrganisationQuery>): Promise<OrganisationPage> {
    const [after] = decodeCursor(query.cursor, 1);
    const reader = [ctx.actor.personId, ctx.today, ctx.actor.permissions.has('people.read')];
    const rows = await this.sql.rows<Organisation>('list-organisations', LIST, [
      ...reader,
      likePattern(query.q),
      query.kind ?? null,
      after,
      query.limit + 1,
    ]);
    if (rows.length === 0 && query.q && !query.cursor) {
      const items = await this.sql.rows<Organisation>('list-organisations-nearly', NEARLY, [
        ...[...reader, query.q, query.kind ?? null, query.limit],
      ]);
      return { items, nextCursor: null };
    }
    return toPage(rows, query.limit, (row) => [row.id]);
  }
}
