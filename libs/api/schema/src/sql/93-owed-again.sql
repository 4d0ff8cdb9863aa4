-- What a completion had fulfilled is owed again for all that had asked for it, once it is taken back.

/*
 * A completion that is taken back takes with it what it had fulfilled. Where what comes next stands open, that one takes the
 * fulfilled one's place and dates; else the fulfilled one is open again, as the newest, also where what came next is closed
 * because nobody asked for it any more. Who asked once stayed with what was done, and asks again too. What was asked for anew,
 * when that had run out, is no next time: it keeps its own date and its own more time.
 */
create or replace function reopen_unfulfilled(p_person uuid, p_course uuid, p_today date, p_at timestamptz) returns void
language plpgsql as $$
declare
  v_newest assignment;
  v_done assignment;
  -- All that is not done any more, and what stands open for it.
  v_undone uuid[];
  v_open uuid;
begin
  select * into v_newest from assignment where person_id = p_person and course_id = p_course order by cycle desc limit 1;
  if v_newest.id is null then
    return;
  end if;
  select * into v_done from assignment where person_id = p_person and course_id = p_course
    and state = 'closed' and closed_why in ('completed', 'completed-own-wish', 'already-valid')
    order by cycle desc limit 1;
  v_undone := array(select a.id from assignment a
    where a.person_id = p_person and a.course_id = p_course and a.state = 'closed'
      and a.closed_why in ('completed', 'completed-own-wish', 'already-valid') and not exists (
        select from completions_of(p_person, p_course) l
        where (a.follows_on is null or l.completed_on > a.follows_on)
          and (l.valid_until is null or l.valid_until >= a.closed_on)));
  if v_done.id = any (v_undone) then
    if v_newest.state = 'open' then
      v_open := v_newest.id;
      update assignment set closed_why = 'revoked' where id = v_done.id;
      update assignment_reason r set due_on = coalesce(o.due_on, v_done.due_on), opens_on = coalesce(o.opens_on, v_done.opens_on)
      from assignment_reason q left join assignment_reason o on o.assignment_id = v_done.id and o.ended_why = 'carried-over'
        and (o.kind, o.path_enrolment_id, o.path_step_id, o.engagement_id, o.rule_version_id, o.request_id)
          is not distinct from (q.kind, q.path_enrolment_id, q.path_step_id, q.engagement_id, q.rule_version_id, q.request_id)
      where q.assignment_id = v_newest.id and q.ended_at is null and r.id = q.id
        and (o.id is not null or v_newest.follows_on is not null) and v_newest.cycle = v_done.cycle + 1;
      update assignment set due_on = v_done.due_on, opens_on = v_done.opens_on, follows_on = v_done.follows_on,
        extended_to = case when v_newest.follows_on is null then greatest(v_newest.extended_to, v_done.extended_to)
          else v_done.extended_to end
      where id = v_newest.id and (v_newest.cycle = v_done.cycle + 1 or v_newest.follows_on is null);
    elsif exists (select from assignment_reason r where r.assignment_id = any (v_undone) and r.ended_at is null
        and (r.assignment_id = v_newest.id or r.kind <> 'self')) then
      v_open := v_done.id;
      update assignment set state = 'open', closed_on = null, closed_why = null,
        cycle = case when v_newest.id = v_done.id then cycle else v_newest.cycle + 1 end
      where id = v_done.id;
    end if;
    update assignment_reason r set assignment_id = v_open
    where v_open is not null and r.assignment_id = any (v_undone) and r.assignment_id <> v_open and r.ended_at is null
      and (r.kind <> 'self' or r.assignment_id = v_done.id) and not exists (
        select from assignment_reason x where x.assignment_id = v_open
          and (x.kind, x.path_enrolment_id, x.path_step_id, x.engagement_id, x.rule_version_id, x.request_id, x.activity_id)
            is not distinct from (r.kind, r.path_enrolment_id, r.path_step_id, r.engagement_id, r.rule_version_id, r.request_id, r.activity_id));
  end if;
  perform settle_assignments(array[p_person], array[p_course], p_today, p_at);
end
$$;
