import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { PERSON_ASSIGNMENTS } from './person-assignments.sql.js';

/** The page that answers "what does this person owe, and why?". NotFound out of the reader's scope. */
@Injectable()
export class GetPersonAssignments {
  constructor(private readonly sql: Sql) {}

  /** The contract's JSON as PostgreSQL wrote it. */
  async run(ctx: Ctx, personId: string): Promise<string> {
    const { permissions, personId: actorId } = ctx.actor;
    const row = await this.sql.row<{ answer: string }>('person-assignments', PERSON_ASSIGNMENTS, [
      personId,
      actorId,
      ctx.today,
      permissions.has('assignments.write') && personId !== actorId,
      permissions.has('assignments.decide'),
    ]);
    if (!row) throw new NotFound();
    return row.answer;
  }
}
