import { Injectable } from '@nestjs/common';
import { AssignmentsFacade } from '@lms/api-assignments';
import type { PersonRecord } from '@lms/contracts';
import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import { PERSON_RECORD } from './person-record.sql.js';

/** An entry that was merged is nobody's own row, so that only such a read asks once more. */
const MERGED_INTO = 'select same_as as id from person_alias where person_id = $1';

@Injectable()
export class GetPersonRecord {
  constructor(
    private readonly sql: Sql,
    private readonly assignments: AssignmentsFacade,
  ) {}

  async run(ctx: Ctx, personId: string): Promise<string> {
    const answer = await this.find(ctx, personId);
    if (answer) return answer;
    const merged = await this.sql.row<{ id: string }>('merged-into', MERGED_INTO, [personId]);
    const found = merged && (await this.find(ctx, merged.id));
    if (!found) throw new NotFound();
    return found;
  }

  private async find(ctx: Ctx, personId: string): Promise<string | undefined> {
    await this.assignments.caughtUp(ctx, personId);
    const row = await this.sql.row<{ answer: string }>('person-record', PERSON_RECORD, [
      personId,
      ctx.today,
      ctx.actor.personId,
      ctx.actor.permissions.has('paths.write'),
    ]);
    return row?.answer;
  }

  async parsed(ctx: Ctx, personId: string): Promise<PersonRecord> {
    return JSON.parse(await this.run(ctx, personId)) as PersonRecord;
  }
}
