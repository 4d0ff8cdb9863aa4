import { Injectable } from '@nestjs/common';
import { type Ctx, Sql } from '@lms/api-platform';
import { MY_CHECKS } from './my-checks.sql.js';

/** What waits for the actor besides their own learning, and what of their own came back. */
@Injectable()
export class GetMyChecks {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx): Promise<string> {
    const writes = ctx.actor.permissions.has('record.write');
    const row = await this.sql.row<{ answer: string }>('my-checks', MY_CHECKS, [ctx.actor.personId, ctx.today, writes]);
    if (!row) throw new Error('One row was asked for');
    return row.answer;
  }
}
