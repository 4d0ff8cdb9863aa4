import { type AudiencePredicate, coursesReadBy, managersReadBy } from '@lms/domain';
import type { Params } from './params.js';

/** The domain's `AudienceFacts` of the rows `e` and `o` as an object: what the predicate asks about, and no more. */
export function factsSql(predicate: AudiencePredicate, params: Params, today: string): string {
  return `jsonb_build_object('on', ${today}, 'organisationId', e.organisation_id, 'organisationKind', o.kind,
    'organisationIds', o.ids, 'jobRole', e.job_role, 'group', e.employment_group, 'schemeIds', e.scheme_ids,
    'tags', e.tags, 'startsOn', e.starts_on, 'endsOn', e.ends_on,
    'managerIds', ${managersSql(managersReadBy(predicate), params, today)},
    'lineEndsOn', ${managersReadBy(predicate).length === 0 ? 'null' : `line_ends_on(e.id, ${today})`},
    'holds', ${holdsSql(coursesReadBy(predicate), params)})`;
}

function managersSql(managers: string[], params: Params, today: string): string {
  if (managers.length === 0) return `'[]'::jsonb`;
  return `to_jsonb(array(
    select m from unnest(${params.add(managers, 'uuid[]')}) m where e.id in (select engagements_under(who_is(m), ${today}))))`;
}

function holdsSql(courses: string[], params: Params): string {
  if (courses.length === 0) return `'{}'::jsonb`;
  return `(select coalesce(jsonb_object_agg(s.course_id, s.valid_until), '{}') from standing_dates s
    where s.person_id = e.person_id and s.course_id = any (${params.add(courses, 'uuid[]')}) and s.ever_completed)`;
}
