import { PeopleFacade } from '@lms/api-people';
import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { CompletionEntry } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

/** $1 person, $2 number, $3 who asks, $4 whether they may correct everything. */
const ENTRY = `
  select concat_ws(' ', coalesce(p.known_as, p.given_name), p.family_name) as name, c.title, l.completed_on::text as "completedOn",
    is_revoked(l.person_id, l.seq) as "takenBack"
  from ledger_entry l join person p on p.id = l.person_id join course c on c.id = l.course_id
  where l.person_id = $1 and l.seq = $2 and l.kind = 'completion' and ($4 or exists (
    select from ledger_private k where k.person_id = l.person_id and k.seq = l.seq and k.field = 'recordedBy'
      and k.value = to_json($3::text)::text))`;

/** One completion, for whoever may take it back. */
@Injectable()
export class GetEntry {
  constructor(
    private readonly people: PeopleFacade,
    private readonly sql: Sql,
  ) {}

  async run(ctx: Ctx, personId: string, seq: number): Promise<CompletionEntry> {
    await this.people.assertInScope(ctx, personId);
    const { actor } = ctx;
    const values = [personId, seq, actor.personId, actor.permissions.has('record.correct')];
    const entry = await this.sql.row<CompletionEntry>('completion-entry', ENTRY, values);
    if (!entry) throw new NotFound();
    return entry;
  }
}
