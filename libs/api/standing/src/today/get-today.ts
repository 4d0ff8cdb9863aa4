import { Injectable } from '@nestjs/common';
import { type Ctx, Sql } from '@lms/api-platform';
import { TODAY } from './today.sql.js';

@Injectable()
export class GetToday {
  constructor(private readonly sql: Sql) {}

  /** The contract's JSON as PostgreSQL wrote it: nothing is parsed or built on the way. */
  async run(ctx: Ctx): Promise<string> {
    const row = await this.sql.row<{ answer: string }>('today', TODAY, [ctx.actor.personId, ctx.today]);
    if (!row) throw new Error('A session belongs to nobody');
    return row.answer;
  }
}
