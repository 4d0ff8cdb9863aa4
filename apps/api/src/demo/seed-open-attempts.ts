import type { Alliance, DemoOpenAttempt } from '@lms/demo';
import type { ClientBase } from 'pg';
import { attemptKey } from './completed-attempts.js';
import { derivedId } from './derived-id.js';
import { insertRows } from './insert-rows.js';

/** How far the newcomer is in the lesson that is begun: SCORM 1.2 has no element that tells. */
const NEWCOMER_PERCENT = 62;

/** Lessons begun and not finished, from which the player resumes. Nothing was begun before its path opened. */
export async function seedOpenAttempts(
  client: ClientBase,
  alliance: Alliance,
  latest: ReadonlyMap<string, number>,
  newcomerId: string,
): Promise<void> {
  const opens = new Map(
    alliance.enrolments.flatMap((e) => e.steps.map((step) => [`${e.personId} ${step.courseId}`, e.opensOn])),
  );
  const open = alliance.openAttempts.filter(
    (a) => (opens.get(`${a.personId} ${a.courseId}`) ?? '') <= a.startedAt.slice(0, 10),
  );
  await insertRows(
    client,
    'attempt',
    open.map((a) => attemptRow(a, latest, newcomerId)),
  );
  await client.query(
    `update attempt set percent = coalesce(percent, scorm_percent(e.elements))
     from jsonb_to_recordset($1) as e(id uuid, elements jsonb) where attempt.id = e.id`,
    [JSON.stringify(open)],
  );
  await insertRows(
    client,
    'launch',
    open.map((a) => ({
      id: derivedId('launch', a.id),
      attempt_id: a.id,
      person_id: a.personId,
      number: 1,
      created_at: a.startedAt,
    })),
  );
  // Hundredths of a second, as the standard counts.
  await client.query(
    `insert into attempt_sco (attempt_id, sco, elements, stopped_at, touched_at, session_time)
     select e.id, p.scos #>> '{0,identifier}', e.elements,
       coalesce(e.elements ->> 'cmi.core.lesson_location', e.elements ->> 'cmi.location'), e."lastAt",
       (extract(epoch from e."lastAt" - e."startedAt") * 100)::int
     from jsonb_to_recordset($1) as e(id uuid, "activityId" uuid, elements jsonb, "startedAt" timestamptz, "lastAt" timestamptz)
     join activity a on a.id = e."activityId" join content_package p on p.id = a.package_id`,
    [JSON.stringify(open)],
  );
}

const attemptRow = (a: DemoOpenAttempt, latest: ReadonlyMap<string, number>, newcomerId: string) => ({
  id: a.id,
  person_id: a.personId,
  activity_id: a.activityId,
  course_version_id: a.courseVersionId,
  course_id: a.courseId,
  number: (latest.get(attemptKey(a.personId, a.activityId)) ?? 0) + 1,
  state: 'open',
  started_at: a.startedAt,
  done_at: null,
  updated_at: a.lastAt,
  score: null,
  percent: a.personId === newcomerId ? NEWCOMER_PERCENT : null,
  seconds: 0,
  launches: 1,
});
