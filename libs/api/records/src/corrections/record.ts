import { Conflict, type Ctx, Invalid, NotFound, type Tx } from '@lms/api-platform';
import type { RecordCompletionRequest } from '@lms/contracts';
import { revoke } from './revoke.js';

interface Version {
  id: string;
  validUntil: string | null;
}

/** The version that was published on that day, else the first one that was; how long its completion counts. */
const VERSION = `
  select v.id, valid_until($2::date, v.validity_months)::text as "validUntil"
  from course_version v
  where v.course_id = $1 and v.state in ('published', 'retired')
  order by (v.published_at at time zone 'Europe/London')::date <= $2::date desc,
    case when (v.published_at at time zone 'Europe/London')::date <= $2::date then -v.number else v.number end
  limit 1`;

/**
 * Records a completion by hand, and takes back what it replaces. Answers its number, null when the very same was
 * recorded before.
 */
export async function record(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  request: RecordCompletionRequest,
): Promise<number | null> {
  const { courseId, completedOn, note } = request;
  const [own]: { own: boolean }[] = await tx.query('select same_person($1, $2) as own', [personId, ctx.actor.personId]);
  if (own?.own) throw new Conflict('own-record', 'Somebody else has to record what you did yourself.');
  if (completedOn > ctx.today) throw new Invalid([{ path: 'completedOn', message: 'This day has not come yet' }]);
  if (request.validUntil && request.validUntil < completedOn)
    throw new Invalid([{ path: 'validUntil', message: 'It cannot end before it was done' }]);
  if (request.replaces) {
    const { seq, reasonCode } = request.replaces;
    await revoke(tx, ctx, personId, seq, { reasonCode, note });
  }
  const [version]: Version[] = await tx.query(VERSION, [courseId, completedOn]);
  if (!version) throw new NotFound('There is no such course, or nothing of it was ever published.');
  const [made]: { seq: number | null }[] = await tx.query(
    `select append_completion($1, $2, $3, $4, $5, 'manual', $6, $7, $8) as seq`,
    [
      personId,
      courseId,
      version.id,
      completedOn,
      request.validUntil === undefined ? version.validUntil : request.validUntil,
      request.id,
      JSON.stringify({ recordedBy: ctx.actor.personId, ...(note === '' ? {} : { note }) }),
      ctx.now,
    ],
  );
  if (made?.seq) {
    await tx.query(
      `insert into outbox_event (at, type, person_id, payload) values ($1, 'course.completed', who_is($2), jsonb_build_object('courseId', $3::text))`,
      [ctx.now, personId, courseId],
    );
  }
  return made?.seq ?? null;
}
