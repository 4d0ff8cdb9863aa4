-- More time that was given goes on with what it was given for, also where another assignment has taken that one's place.

/*
 * The words by which more time was given for an assignment: its own, and those of what went into it when two entries became one
 * person, or whose place it took when a completion was taken back.
 */
create function extensions_of(p_assignment uuid) returns setof due_extension language sql stable as $$
  select e.* from assignment a
  join assignment x on x.person_id = a.person_id and x.course_id = a.course_id
    and (x.id = a.id or x.state = 'closed' and x.closed_why in ('merged', 'revoked'))
  join due_extension e on e.assignment_id = x.id
  where a.id = p_assignment
$$;

-- As before, by those words: without them leave that was entered since counted no more.
create or replace function extension_after_leave(a assignment) returns date language sql stable as $$
  select case when k.away is null then a.extended_to else due_after_leave(d.day, d.day, k.away) end
  from (select max(e.at) as at from extensions_of(a.id) e where e.due_on = a.extended_to) x
  cross join lateral (
    select case when exists (select from leave_of_absence l join engagement e on e.id = l.engagement_id
        where e.person_id = a.person_id and l.withdrawn_at is null)
      then leave_days(a.person_id, engagement_of_assignment(a.id)) end as away
  ) k
  cross join lateral (
    select case when k.away is null or x.at is null then a.extended_to
      else due_after_leave((x.at at time zone 'Europe/London')::date, a.extended_to,
        leave_days(a.person_id, engagement_of_assignment(a.id), x.at)) end as day
  ) d
$$;
select date_assignments(array(select distinct a.person_id from assignment a where a.state = 'open' and a.extended_to is not null), null);

-- More time that was given while two entries were one person stays with what it was given for when they are two again.
do $do$
declare
  v_was text := pg_get_functiondef('undo_merge(uuid, uuid, date, timestamptz)'::regprocedure);
  v_is text := replace(v_was, '  perform follow_engagements(', '  update assignment a set extended_to = x.due_on
  from (select distinct on (e.assignment_id) e.assignment_id, e.due_on from due_extension e where e.at > m.merged_at
    order by e.assignment_id, e.at desc) x
  where x.assignment_id = a.id and a.person_id = any (v_people) and a.state = ''open'';
  perform follow_engagements(');
begin
  if v_is = v_was then
    raise exception 'nothing is given back after a merge';
  end if;
  execute v_is;
end
$do$;
