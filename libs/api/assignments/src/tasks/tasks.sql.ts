/**
 * Tasks as whoever does them reads them. $1 who asks, $2 today. What stands in the way is looked up for the rows of a
 * page alone, so `rows` are limited before they are described.
 */
export const describeTasks = (rows: string): string => `
  select t.id, replace(s.title, '{name}', coalesce(w.known_as, w.given_name)) as title, s.instructions, t.doer,
    concat_ws(' ', a.given_name, a.family_name) as "assigneeName", t.person_id as "personId",
    concat_ws(' ', w.given_name, w.family_name) as "personName", o.short_name as "organisationName",
    p.title as "pathTitle", t.due_on::text as "dueOn", k.opens_after as "opensAfter", t.done_on::text as "doneOn",
    to_char(t.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "doneAt",
    concat_ws(' ', b.given_name, b.family_name) as "doneByName",
    coalesce((select f.note from path_task_fact f where f.path_task_id = t.id order by f.seq desc limit 1), '') as note
  from (${rows}) t
  join path_enrolment n on n.id = t.path_enrolment_id
  join path_step s on s.id = t.path_step_id
  join learning_path p on p.id = n.path_id
  join engagement g on g.id = n.engagement_id
  join organisation o on o.id = g.organisation_id
  join person w on w.id = t.person_id
  left join person a on a.id = t.assignee_id
  left join person b on b.id = t.done_by
  left join lateral (select x.opens_after from path_stops(n.id, $2) x where x.task_id = t.id) k on t.done_on is null`;

/** Tasks of paths that somebody is on now, as steps that the path still has. */
const LIVE = `
  path_task t
  join path_enrolment n on n.id = t.path_enrolment_id and n.state = 'open'
  join path_step s on s.id = t.path_step_id
  join path_stage g on g.id = s.stage_id and g.path_version_id = n.path_version_id`;

/**
 * To be done by somebody. $1 who, $2 today, $3 whether they are of the People Team, which does its own tasks and those of
 * which nobody is chosen to do them. Nobody ticks off their own tasks for others. One branch for each index.
 */
export const OPEN_TASKS = `
  select t.* from ${LIVE}
  where t.done_on is null and t.assignee_id = $1 and t.opens_on <= $2
  union all
  select t.* from ${LIVE}
  where $3::boolean and t.done_on is null and t.assignee_id is null and t.opens_on <= $2 and t.person_id <> $1`;

/** Done by somebody; $1 who. */
export const DONE_TASKS = `select t.* from ${LIVE} where t.done_by = $1`;
