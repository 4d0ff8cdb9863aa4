import { type Ctx, NotFound, type Sql } from '@lms/api-platform';
import type { EvidenceSettings } from '@lms/contracts';

/** An evidence activity of one person, for somebody who may send for them. */
export interface EvidenceActivity {
  personId: string;
  name: string;
  activityId: string;
  activityTitle: string;
  courseId: string;
  courseTitle: string;
  settings: EvidenceSettings;
  validityMonths: number | null;
  opensOn: string | null;
  attemptId: string | null;
  done: boolean;
  courseDone: boolean;
}

/**
 * $1 actor, $2 today, $3 person, $4 activity. The learner's own only where it was given to them; for others, whatever is
 * published, as when something is recorded in person.
 */
const ACTIVITY = `
  select p.id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, a.id as "activityId", a.title as "activityTitle",
    c.id as "courseId", c.title as "courseTitle", a.settings, v.validity_months as "validityMonths", s.opens_on::text as "opensOn",
    t.id as "attemptId", coalesce(t.state = 'done', false) as done, coalesce(t.state = 'done' and exists (
      select from ledger_entry l where l.person_id = any (persons_as(p.id)) and l.course_id = c.id and l.kind = 'completion' and l.recorded_at >= t.done_at
    ), false) as "courseDone"
  from person p
  join activity a on a.id = $4 and a.kind = 'evidence'
  join course_version v on v.id = a.course_version_id
  join course c on c.id = v.course_id
  left join standing_dates s on s.person_id = p.id and s.course_id = c.id
  left join lateral (
    select x.* from attempt x where x.person_id = p.id and x.activity_id = a.id and x.state <> 'abandoned' order by x.number desc limit 1
  ) t on true
  where p.id = $3 and p.erased_at is null and may_send_evidence($1, p.id, $2)
    and (v.state = 'published' or t.id is not null)
    and (p.id <> $1 or s.person_id is not null)`;

/** NotFound where the actor may not send for this person, or there is no such activity. */
export async function evidenceActivity(
  sql: Sql,
  ctx: Ctx,
  personId: string,
  activityId: string,
): Promise<EvidenceActivity> {
  const values = [ctx.actor.personId, ctx.today, personId, activityId];
  const found = await sql.row<EvidenceActivity>('evidence-activity', ACTIVITY, values);
  if (!found) throw new NotFound();
  return found;
}
