import { Injectable } from '@nestjs/common';
import type { Tx } from '@lms/api-platform';
import { assignSteps } from './assign-steps.js';
import { followTasks } from './follow-tasks.js';
import type { Given } from './given.js';

/** A path is given until so long after the first day; somebody who has been here for longer is no new starter. */
export const NEW_STARTER_DAYS = 30;

/**
 * Puts engagements on the published onboarding paths that are meant for them. Idempotent: a path is given to an
 * engagement once. Narrowed to one engagement, or to one path, or to neither.
 */
@Injectable()
export class GivePaths {
  async run(tx: Tx, given: Given, only: { engagementId?: string; pathVersionId?: string }): Promise<void> {
    const enrolments: { id: string }[] = await tx.query(GIVE, [
      given.today,
      NEW_STARTER_DAYS,
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
  insert into path_enrolment (id, person_id, engagement_id, path_id, path_version_id, anchor_on, opens_on, given_on, created_at)
  select gen_random_uuid(), e.person_id, e.id, v.path_id, v.id, e.starts_on, e.starts_on - v.open_days, $1::date, $3
  from engagement e
  join organisation o on o.id = e.organisation_id
  join path_version v on v.state = 'published'
  join learning_path p on p.id = v.path_id and p.kind = 'onboarding'
  where e.starts_on >= $1::date - $2::int and (e.ends_on is null or e.ends_on >= $1::date)
    and ($4::uuid is null or e.id = $4) and ($5::uuid is null or v.id = $5)
    and (jsonb_array_length(v.audience -> 'organisationKinds') = 0 or v.audience -> 'organisationKinds' ? o.kind)
    and (jsonb_array_length(v.audience -> 'employmentGroups') = 0 or v.audience -> 'employmentGroups' ? e.employment_group)
  on conflict (engagement_id, path_id) do nothing
  returning id`;
