import { type Ctx, NotFound, type Sql } from '@lms/api-platform';
import { OPEN_TO, SESSION_SEEN } from './session-seen.sql.js';

const SEEN = `with recursive ${OPEN_TO} select from training_session s where s.id = $3 and ${SESSION_SEEN}`;

/** NotFound for a session that the actor does not see, as for one that is not there. */
export async function assertSessionSeen(sql: Sql, ctx: Ctx, id: string): Promise<void> {
  if (!(await sql.row('session-seen', SEEN, [ctx.actor.personId, ctx.today, id]))) throw new NotFound();
}
