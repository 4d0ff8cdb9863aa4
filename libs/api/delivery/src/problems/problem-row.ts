import { moment } from '../runtime-log/moment.js';

/** A report as its list and its page show it, of the row called `r`. Its learner sent it under their own name. */
export const PROBLEM = `
  select r.id, r.version, r.activity_id as "activityId", a.title as "activityTitle", v.number as "versionNumber", r.words,
    concat_ws(' ', coalesce(w.known_as, w.given_name), w.family_name) as "personName", r.device, r.state,
    ${moment('r.created_at')} as "createdAt", ${moment('r.closed_at')} as "closedAt",
    (select concat_ws(' ', coalesce(k.known_as, k.given_name), k.family_name) from person k where k.id = r.closed_by) as "closedByName"`;

export const PROBLEM_FROM = `
  from problem_report r
  join activity a on a.id = r.activity_id
  join course_version v on v.id = r.course_version_id
  join person w on w.id = r.person_id`;
