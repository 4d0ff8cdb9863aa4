/**
 * Everybody in scope who is on a path, with how far they are: the domain's `pathProgress` over rows. Only required steps
 * count, but an optional one that was begun also makes a person under way. $1 path, $2 today, $3 who asks,
 * $4 words to find, $5 organisation.
 */
const PROGRESS = `
  select n.person_id as "personId", concat_ws(' ', w.given_name, w.family_name) as name, o.short_name as "organisationName",
    n.anchor_on as starts_on, n.id as enrolment_id, k.done, k.total, k.overdue, k.next_title as "nextTitle", k.next_due_on,
    case
      when k.done = k.total then 'done'
      when k.overdue > 0 then 'overdue'
      when k.moved then 'under way'
      else 'not started'
    end as state
  from path_enrolment n
  join people_in_scope($3, $2) scope(id) on scope.id = n.person_id
  join person w on w.id = n.person_id
  join engagement g on g.id = n.engagement_id
  join organisation o on o.id = g.organisation_id
  cross join lateral (
    select count(*) filter (where not f.optional and f.done)::int as done, count(*) filter (where not f.optional)::int as total,
      count(*) filter (where not f.optional and not f.done and f.due_on < $2)::int as overdue,
      coalesce(bool_or(f.done or f.begun), false) as moved,
      (array_agg(f.title order by f.ord) filter (where not f.optional and not f.done))[1] as next_title,
      (array_agg(f.due_on order by f.ord) filter (where not f.optional and not f.done))[1] as next_due_on
    from (
      select st.optional, c.title, row_number() over (order by sg.position, st.position) as ord,
        coalesce(s.ever_completed and (s.lifetime or s.valid_until >= $2 or s.completed_on >= n.given_on), false) as done,
        s.started_on is not null as begun,
        greatest(n.anchor_on + sg.day_offset, n.given_on + 7) as due_on
      from path_stage sg
      join path_step st on st.stage_id = sg.id
      join course c on c.id = st.course_id
      left join standing_dates s on s.person_id = n.person_id and s.course_id = st.course_id
      where sg.path_version_id = n.path_version_id
    ) f
  ) k
  where n.path_id = $1 and n.state = 'open'
    and ($4::text is null or concat_ws(' ', w.given_name, w.family_name) ilike $4)
    and ($5::uuid is null or g.organisation_id = $5)`;

export const PROGRESS_COUNTS = `select state, count(*)::int as n from (${PROGRESS}) p group by state`;

/** $6 state, $7 and $8 the place to go on from, $9 how many. The latest starters come first. */
export const PROGRESS_PAGE = `
  select "personId", name, "organisationName", starts_on::text as "startsOn", enrolment_id as "enrolmentId", done, total, overdue, "nextTitle",
    next_due_on::text as "nextDueOn", state
  from (${PROGRESS}) p
  where ($6::text is null or state = $6)
    and ($7::date is null or (starts_on, enrolment_id) < ($7::date, $8::uuid))
  order by starts_on desc, enrolment_id desc limit $9`;
