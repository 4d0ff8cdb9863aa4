import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { Organisation } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ORGANISATIONS } from './organisations.sql.js';

@Injectable()
export class GetOrganisation {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, id: string): Promise<Organisation> {
    const found = await this.sql.row<Organisation>('get-organisation', `${ORGANISATIONS} and o.id = $4`, [
      ctx.actor.personId,
      ctx.today,
      ctx.actor.permissions.has('people.read'),
      id,
    ]);
    if (!found) throw new NotFound();
    return found;
  }
}
