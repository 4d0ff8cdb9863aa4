import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { Scheme } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { SCHEMES } from './schemes.sql.js';

@Injectable()
export class GetScheme {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, id: string): Promise<Scheme> {
    const found = await this.sql.row<Scheme>('get-scheme', `${SCHEMES} and c.id = $4`, [
      ctx.actor.personId,
      ctx.today,
      ctx.actor.permissions.has('people.read'),
      id,
    ]);
    if (!found) throw new NotFound();
    return found;
  }
}
