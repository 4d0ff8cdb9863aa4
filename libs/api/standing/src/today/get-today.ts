import { Injectable } from '@nestjs/common';
import { AssignmentsFacade } from '@lms/api-assignments';
import { type Ctx, Sql } from '@lms/api-platform';
import { TODAY } from './today.sql.js';

@Injectable()
export class GetToday {
  constructor(
    private readonly sql: Sql,
    private readonly assignments: AssignmentsFacade,
  ) {}

  /** The contract's JSON as PostgreSQL wrote it: nothing is parsed or built on the way. */
  async run(ctx: Ctx): Promise<string> {
    await this.assignments.caughtUp(ctx, ctx.actor.personId);
    const row = await this.sql.row<{ answer: string }>('today', TODAY, [ctx.actor.personId, ctx.today]);
    if (!row) throw new Error('A session belongs to nobody');
    return row.answer;
  }
}
