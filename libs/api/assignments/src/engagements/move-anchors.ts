import type { Tx } from '@lms/api-platform';
import { settleEnrolments } from '../cycles/settle.js';
import type { Given } from '../paths/given.js';

/**
 * A first day that moved moves every date that counts from it, and so does a last day. Role and refresher paths of a rule
 * count from another day, which stays.
 */
export async function moveAnchors(tx: Tx, given: Given, engagementId: string): Promise<void> {
  const [moved]: [{ id: string }[], number] = await tx.query(MOVE, [engagementId]);
  if (moved.length === 0) return;
  const ids = moved.map((m) => m.id);
  await tx.query(DATES, [ids]);
  await settleEnrolments(tx, given, ids);
}

const MOVE = `
  update path_enrolment n set anchor_on = d.anchor, opens_on = path_opens_on(v, p.kind, d.anchor)
  from engagement e, path_version v join learning_path p on p.id = v.path_id,
    lateral (select path_anchor(p.kind, e.starts_on, e.ends_on) as anchor) d
  where e.id = $1 and n.engagement_id = e.id and v.id = n.path_version_id and n.state = 'open' and n.anchor_on <> d.anchor
    and (n.rule_version_id is null or p.kind in ('onboarding', 'offboarding'))
  returning n.id`;

const DATES = `
  update assignment_reason r
  set due_on = greatest(n.anchor_on + coalesce(s.day_offset, g.day_offset), coalesce(n.moved_on, n.given_on) + n.grace_days),
    opens_on = least(n.opens_on, n.anchor_on + coalesce(s.day_offset, g.day_offset))
  from path_enrolment n, path_step s join path_stage g on g.id = s.stage_id
  where n.id = any ($1::uuid[]) and r.path_enrolment_id = n.id and s.id = r.path_step_id and r.ended_at is null`;
