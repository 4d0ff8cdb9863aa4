import type { Tx } from '@lms/api-platform';
import { assignSteps } from '../paths/assign-steps.js';
import { followTasks } from '../paths/follow-tasks.js';
import type { Given } from '../paths/given.js';
import { TAKE_UP_AGAIN } from '../paths/taken-back.js';

/**
 * Day 0 of a path is the first day or the last where it is for joining or leaving, and else the day that was said, today
 * without one. Who is on it already stays on it. $1 request, $2 today, $3 the moment.
 */
const ENROL = `
  insert into path_enrolment (id, person_id, engagement_id, path_id, path_version_id, anchor_on, opens_on, given_on, created_at,
    request_id, grace_days)
  select gen_random_uuid(), e.person_id, e.id, p.id, v.id, d.day, path_opens_on(v, p.kind, d.day), $2::date, $3, r.id,
    path_grace(p.kind)
  from assignment_request r
  join assignment_request_person q on q.request_id = r.id
  join engagement e on e.id = q.engagement_id and (e.ends_on is null or e.ends_on >= $2::date)
  join learning_path p on p.id = r.path_id
  join path_version v on v.path_id = p.id and v.state = 'published'
  cross join lateral (
    select case when p.kind in ('onboarding', 'offboarding') then path_anchor(p.kind, e.starts_on, e.ends_on)
      else greatest(coalesce(r.due_on, $2::date), e.starts_on) end as day
  ) d
  where r.id = $1 and d.day is not null
  ${TAKE_UP_AGAIN(['rule-no-longer-asks', 'end-taken-back', 'engagement-ended', 'withdrawn'])}
  returning id`;

/** Gives what a request asks for to exactly those whom it names. */
export async function giveRequest(tx: Tx, given: Given, requestId: string): Promise<void> {
  const [request]: { pathId: string | null }[] = await tx.query(
    'select path_id as "pathId" from assignment_request where id = $1',
    [requestId],
  );
  if (!request?.pathId) {
    await tx.query('select give_request($1, $2, $3)', [requestId, given.today, given.at]);
    return;
  }
  const enrolled: { id: string }[] = await tx.query(ENROL, [requestId, given.today, given.at]);
  if (enrolled.length === 0) return;
  const ids = enrolled.map(({ id }) => id);
  await assignSteps(tx, given, ids);
  await followTasks(tx, given, ids);
}

/**
 * Ends paths that a request gave and that nothing else asks for by now; what a rule asks for too goes on by that alone. Answers
 * whose assignments may add up to something else. Of one person, or of everybody.
 */
export async function takeBackPaths(
  tx: Tx,
  given: Given,
  { requestId, personId }: { requestId: string; personId: string | null },
): Promise<string[]> {
  const rows: { id: string | null; personId: string }[] = await tx.query(
    `with closed as (
       update path_enrolment set state = 'closed', closed_on = $3, closed_why = 'withdrawn'
       where request_id = $1 and state = 'open' and rule_version_id is null and ($2::uuid is null or person_id = $2)
       returning id, person_id
     ), kept as (
       update path_enrolment set request_id = null
       where request_id = $1 and state = 'open' and rule_version_id is not null and ($2::uuid is null or person_id = $2)
       returning person_id
     )
     select id, person_id as "personId" from closed union all select null, person_id from kept`,
    [requestId, personId, given.today],
  );
  if (rows.length === 0) return [];
  await tx.query(
    `update assignment_reason set ended_at = $2, ended_why = 'no-longer-matches'
     where path_enrolment_id = any ($1::uuid[]) and ended_at is null`,
    [rows.flatMap(({ id }) => id ?? []), given.at],
  );
  return rows.map((row) => row.personId);
}
