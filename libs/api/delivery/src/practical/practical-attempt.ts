import { type Ctx, NotFound, type Sql } from '@lms/api-platform';
import type { PracticalSettings } from '@lms/contracts';

export interface PracticalAttempt {
  id: string;
  state: 'open' | 'done' | 'abandoned';
  activityId: string;
  settings: PracticalSettings;
  courseDone: boolean;
}

/** The learner's own attempt at a practical. NotFound for anybody else's. */
export async function myPracticalAttempt(sql: Sql, ctx: Ctx, attemptId: string): Promise<PracticalAttempt> {
  const found = await sql.row<PracticalAttempt>(
    'my-practical-attempt',
    `select t.id, t.state, t.activity_id as "activityId", a.settings, t.state = 'done' and exists (
         select from ledger_entry l where l.person_id = any (persons_as(t.person_id)) and l.course_id = t.course_id and l.kind = 'completion'
           and l.recorded_at >= t.done_at
       ) as "courseDone"
     from attempt t join activity a on a.id = t.activity_id
     where t.id = $1 and t.person_id = $2 and a.kind = 'practical'`,
    [attemptId, ctx.actor.personId],
  );
  if (!found) throw new NotFound();
  return found;
}
