/**
 * The paths a person is on, each with its stops in order. $1 person, $2 today. What a stop is follows the domain's
 * `routeOf`, which a property test holds `path_stops` to. A course is done by a completion that is valid today, or was made
 * after the path was given. `buddy` tells who that is where the path has something for one to do.
 */
export const ROUTES = `
  select n.id, n.anchor_on, n.opens_on, n.engagement_id, p.title, p.kind, o.short_name as organisation_name, r.stops, r.finished,
    case when r.buddied then json_build_object('personId', n.buddy_id, 'name', (
      select concat_ws(' ', b.given_name, b.family_name) from person b where b.id = n.buddy_id)) end as buddy
  from path_enrolment n
  join learning_path p on p.id = n.path_id
  join engagement g on g.id = n.engagement_id
  join organisation o on o.id = g.organisation_id
  cross join lateral (
    select bool_and(not k.needed) as finished, bool_or(k.doer = 'buddy') as buddied,
      jsonb_agg(jsonb_build_object('key', k.step_key, 'kind', k.kind, 'courseId', k.course_id, 'title', k.title,
        'stage', k.stage, 'dayOffset', k.day_offset, 'minutes', k.minutes, 'state', k.state, 'doneOn', k.done_on,
        'dueOn', case when k.kind <> 'milestone' then k.due_on end, 'opensOn', k.opens_on, 'opensAfter', k.opens_after,
        'exemptUntil', k.exempt_until, 'optional', k.optional, 'inPersonOnly', k.in_person,
        'choice', case when k.choice_id is not null then jsonb_build_object('key', k.choice_id,
          'need', least(k.choice_need, k.choice_of), 'of', k.choice_of, 'made', not k.done and not k.needed) end,
        'task', case when k.kind = 'task' then jsonb_build_object('id', k.task_id, 'doer', k.doer,
          'doerName', k.doer_name, 'instructions', k.instructions) end) order by k.ord) as stops
    from path_stops(n.id, $2) k
  ) r
  where n.person_id = $1 and n.state = 'open'`;

/** A route as the contract has it; `mayChoose` says whether the reader chooses the buddy. */
export const routeJson = (r: string, mayChoose: string): string => `
  json_build_object('enrolmentId', ${r}.id, 'title', ${r}.title, 'kind', ${r}.kind, 'startsOn', ${r}.anchor_on,
    'opensOn', ${r}.opens_on, 'organisationName', ${r}.organisation_name, 'stops', ${r}.stops,
    'buddy', case when ${r}.buddy is not null then ${r}.buddy::jsonb || jsonb_build_object('mayChoose', ${mayChoose}) end)`;
