/**
 * The paths a person is on, each with its stops in order. $1 person, $2 today. A step is done by a completion that is
 * valid today, or was made after the path was given. Which stop is `here`, `next` or `blocked` follows the domain's
 * `routeOf`, which a property test holds this to.
 */
export const ROUTES = `
  select n.id, n.anchor_on, n.opens_on, p.title, p.kind, o.short_name as organisation_name, r.stops, r.finished
  from path_enrolment n
  join learning_path p on p.id = n.path_id
  join path_version v on v.id = n.path_version_id
  join engagement g on g.id = n.engagement_id
  join organisation o on o.id = g.organisation_id
  cross join lateral (
    select bool_and(k.done or k.optional) as finished,
      jsonb_agg(jsonb_build_object('courseId', k.course_id, 'title', k.title, 'stage', k.stage, 'dayOffset', k.day_offset,
        'minutes', k.minutes, 'doneOn', case when k.done then k.completed_on end, 'dueOn', k.due_on,
        'opensOn', case when not k.done and k.opens_on > $2 then k.opens_on end,
        'opensAfter', case when not k.done then k.after end, 'optional', k.optional, 'inPersonOnly', k.in_person,
        'state', case
          when k.done then 'done'
          when not k.open then 'blocked'
          when k.ord = coalesce(k.here, k.here_optional) then 'here'
          else 'next'
        end) order by k.ord) as stops
    from (
      select b.*,
        min(b.ord) filter (where b.open and not b.optional) over () as here,
        min(b.ord) filter (where b.open) over () as here_optional
      from (
        select a.*, not a.done and a.opens_on <= $2 and a.after is null as open
        from (
          select f.*,
            case when v.sequential then (array_agg(f.title) filter (where not f.done and not f.optional) over earlier)[1] end as after
          from (
            select st.course_id, c.title, sg.title as stage, sg.position, sg.day_offset, st.optional, cv.minutes,
              row_number() over (order by sg.position, st.position) as ord,
              coalesce(s.ever_completed and (s.lifetime or s.valid_until >= $2 or s.completed_on >= n.given_on), false) as done,
              s.completed_on,
              greatest(n.anchor_on + sg.day_offset, n.given_on + 7) as due_on,
              least(n.opens_on, n.anchor_on + sg.day_offset) as opens_on,
              not exists (select from activity x where x.course_version_id = cv.id and x.kind <> 'in-person') as in_person
            from path_stage sg
            join path_step st on st.stage_id = sg.id
            join course c on c.id = st.course_id
            left join course_version cv on cv.course_id = st.course_id and cv.state = 'published'
            left join standing_dates s on s.person_id = n.person_id and s.course_id = st.course_id
            where sg.path_version_id = n.path_version_id
          ) f
          window earlier as (order by f.position range between unbounded preceding and 1 preceding)
        ) a
      ) b
    ) k
  ) r
  where n.person_id = $1 and n.state = 'open'`;
