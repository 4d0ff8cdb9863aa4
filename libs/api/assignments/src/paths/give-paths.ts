import { Injectable } from '@nestjs/common';
import type { Tx } from '@lms/api-platform';
import { assignSteps } from './assign-steps.js';
import { followTasks } from './follow-tasks.js';
import type { Given } from './given.js';
import { givenByRule, LATE_NOTICE_DAYS, NEW_STARTER_DAYS } from './path-days.js';
import { TAKE_UP_AGAIN } from './taken-back.js';

/**
 * Puts engagements on the published paths that are meant for them by themselves: onboarding for new starters, offboarding
 * once there is a last day. A path that a rule gives is left to its rule. Idempotent: a path is given to an engagement
 * once. Narrowed to one engagement, or to one path, or to neither.
 */
@Injectable()
export class GivePaths {
  async run(tx: Tx, given: Given, only: { engagementId?: string; pathVersionId?: string }): Promise<void> {
    const enrolments: { id: string }[] = await tx.query(GIVE, [
      given.today,
      NEW_STARTER_DAYS,
      LATE_NOTICE_DAYS,
      given.at,
      only.engagementId ?? null,
      only.pathVersionId ?? null,
    ]);
    if (enrolments.length === 0) return;
    const ids = enrolments.map((e) => e.id);
    await assignSteps(tx, given, ids);
    await followTasks(tx, given, ids);
  }
}

const GIVE = `
  insert into path_enrolment (id, person_id, engagement_id, path_id, path_version_id, anchor_on, opens_on, given_on, created_at,
    grace_days)
  select gen_random_uuid(), e.person_id, e.id, v.path_id, v.id, d.anchor, path_opens_on(v, p.kind, d.anchor), $1::date, $4,
    path_grace(p.kind)
  from engagement e
  join organisation o on o.id = e.organisation_id
  join path_version v on v.state = 'published'
  join learning_path p on p.id = v.path_id and p.kind in ('onboarding', 'offboarding')
  cross join lateral (select path_anchor(p.kind, e.starts_on, e.ends_on) as anchor) d
  where case p.kind
      when 'onboarding' then e.starts_on >= $1::date - $2::int and (e.ends_on is null or e.ends_on >= $1::date)
      else e.ends_on >= $1::date - $3::int end
    and ($5::uuid is null or e.id = $5) and ($6::uuid is null or v.id = $6)
    and (jsonb_array_length(v.audience -> 'organisationKinds') = 0 or v.audience -> 'organisationKinds' ? o.kind)
    and (jsonb_array_length(v.audience -> 'employmentGroups') = 0 or v.audience -> 'employmentGroups' ? e.employment_group)
    and not ${givenByRule('p', '$1::date')}
  ${TAKE_UP_AGAIN(['end-taken-back', 'engagement-ended'])}
  returning id`;
