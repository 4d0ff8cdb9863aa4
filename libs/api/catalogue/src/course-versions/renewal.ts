import { Invalid, type Tx } from '@lms/api-platform';
import type { Renewal } from '@lms/contracts';

/** How a version is renewed, as the contract has it; of a `course_version v`. */
export const RENEWAL = `json_build_object('windowDays', v.renewal_window_days, 'anchor', v.renewal_anchor,
  'dates', v.renewal_dates, 'minActiveDays', v.min_active_days, 'lapse', v.lapse, 'refresherDays', v.refresher_days,
  'refresherCourseId', v.refresher_course_id, 'remainderCourseId', v.remainder_course_id)`;

/** The same as a reviewer compares it: what is not as usual, and courses by their titles. */
export const RENEWAL_CHANGES = `jsonb_strip_nulls(jsonb_build_object(
  'windowDays', nullif(v.renewal_window_days, 30), 'anchor', nullif(v.renewal_anchor, 'previous-expiry'),
  'dates', case when v.renewal_anchor = 'fixed-dates' then v.renewal_dates end,
  'minActiveDays', nullif(v.min_active_days, 0), 'lapse', nullif(v.lapse, 'full'), 'refresherDays', nullif(v.refresher_days, 0),
  'refresher', (select n.title from course n where n.id = v.refresher_course_id),
  'remainder', (select n.title from course n where n.id = v.remainder_course_id)))`;

/** Keeps how a draft is renewed. Invalid for a course that is not there, or the draft's own. */
export async function saveRenewal(tx: Tx, version: { id: string; courseId: string }, renewal: Renewal): Promise<void> {
  for (const path of ['refresherCourseId', 'remainderCourseId'] as const) {
    const courseId = renewal[path];
    if (courseId === null) continue;
    const rows: object[] = await tx.query('select from course where id = $1 and id <> $2 and not template', [
      courseId,
      version.courseId,
    ]);
    if (rows.length === 0) throw new Invalid([{ path: `renewal.${path}`, message: 'Choose another course.' }]);
  }
  await tx.query(
    `update course_version set renewal_window_days = $2, renewal_anchor = $3, renewal_dates = $4, min_active_days = $5, lapse = $6,
       refresher_days = $7, refresher_course_id = $8, remainder_course_id = $9 where id = $1`,
    [
      version.id,
      renewal.windowDays,
      renewal.anchor,
      renewal.dates,
      renewal.minActiveDays,
      renewal.lapse,
      renewal.refresherDays,
      renewal.refresherCourseId,
      renewal.remainderCourseId,
    ],
  );
}

/** A new draft is renewed as what it was made from. */
export async function copyRenewal(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.query(
    `update course_version v set renewal_window_days = o.renewal_window_days, renewal_anchor = o.renewal_anchor,
       renewal_dates = o.renewal_dates, min_active_days = o.min_active_days, lapse = o.lapse, refresher_days = o.refresher_days,
       refresher_course_id = o.refresher_course_id, remainder_course_id = o.remainder_course_id
     from course_version o where o.id = $1 and v.id = $2`,
    [fromId, toId],
  );
}
