import type { ReplacePlan, VersionState } from '@lms/contracts';
import { FORCING_PATHS } from '../courses/mandatory-forced.js';

/** A course in which an earlier revision of a file stands, and its version that is open. */
export interface OutdatedCourse {
  courseId: string;
  courseTitle: string;
  /** Also where an onboarding path makes it so. */
  mandatory: boolean;
  /** What is taught uses hosts outside, which a second person approves each time. */
  outside: boolean;
  openId: string | null;
  openState: VersionState | null;
  /** Whether the open version uses an earlier revision. */
  openUses: boolean;
}

/** $1 the resource; $2 true for all courses that use it, not only those with an earlier revision. Retired versions do not count: nobody is given them any more. */
export const OUTDATED_COURSES = `
  select c.id as "courseId", c.title as "courseTitle",
    c.mandatory or exists (${FORCING_PATHS} and s.course_id = c.id) as mandatory,
    exists (
      select from course_version w join activity h on h.course_version_id = w.id
      where w.course_id = c.id and w.state = 'published' and h.outside_hosts <> '{}') as outside,
    o.id as "openId", o.state as "openState",
    coalesce(bool_or(v.id = o.id), false) as "openUses"
  from resource_use u
  join resource r on r.id = u.resource_id
  join resource_revision n on n.id = u.revision_id and ($2 or n.number <> r.current)
  join course_version v on v.id = u.course_version_id and v.state <> 'retired'
  join course c on c.id = v.course_id
  left join course_version o on o.course_id = c.id and o.state in ('draft', 'in-review')
  where u.resource_id = $1
  group by c.id, o.id
  order by lower(c.title), c.id`;

/** What a new file does to a course: its draft changes, one is begun, or it waits for its author. */
export function planFor({ openId, openState, openUses }: OutdatedCourse): ReplacePlan['courses'][number]['what'] {
  if (openState === 'in-review') return 'in-review';
  if (openId === null) return 'draft-begun';
  return openUses ? 'draft-changed' : 'held';
}
