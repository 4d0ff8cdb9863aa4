import { Injectable } from '@nestjs/common';
import { AssignmentsFacade } from '@lms/api-assignments';
import type { PersonRecord } from '@lms/contracts';
import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import { PERSON_RECORD } from './person-record.sql.js';

@Injectable()
export class GetPersonRecord {
  constructor(
    private readonly sql: Sql,
    private readonly assignments: AssignmentsFacade,
  ) {}

  async run(ctx: Ctx, personId: string): Promise<string> {
    await this.assignments.caughtUp(ctx, personId);
    const row = await this.sql.row<{ answer: string }>('person-record', PERSON_RECORD, [
      personId,
      ctx.today,
      ctx.actor.personId,
      ctx.actor.permissions.has('paths.write'),
    ]);
    if (!row) throw new NotFound();
    return row.answer;
  }

  async parsed(ctx: Ctx, personId: string): Promise<PersonRecord> {
    return JSON.parse(await this.run(ctx, personId)) as PersonRecord;
  }
}
