import { type Ctx, decodeCursor, likePattern, Sql, toPage } from '@lms/api-platform';
import type { Scheme, SchemePage, SchemeQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { SCHEMES } from './schemes.sql.js';

const LIST = `${SCHEMES}
    and ($4::text is null or c.name ilike $4 or c.code ilike $4)
    and ($5::uuid is null or (lower(c.name), c.id) > (select lower(k.name), k.id from scheme k where k.id = $5))
  order by lower(c.name), c.id
  limit $6`;

@Injectable()
export class ListSchemes {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: z.infer<typeof SchemeQuery>): Promise<SchemePage> {
    const [after] = decodeCursor(query.cursor, 1);
    const rows = await this.sql.rows<Scheme>('list-schemes', LIST, [
      ctx.actor.personId,
      ctx.today,
      ctx.actor.permissions.has('people.read'),
      likePattern(query.q),
      after,
      query.limit + 1,
    ]);
    return toPage(rows, query.limit, (row) => [row.id]);
  }
}
