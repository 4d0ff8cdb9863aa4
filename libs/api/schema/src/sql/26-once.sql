-- The same as before with less work: a completion works out its standing once.

/*
 * `open_next_cycles` for one person and one course: the same, in steps that are planned once for a connection. With lists of
 * people the plan depends on the list, and making it took longer than the work.
 */
create function open_next_cycle(p_person uuid, p_course uuid, p_at timestamptz) returns void language plpgsql as $$
declare
  v_done assignment;
  v_reasons uuid[];
  v_due date[];
  v_opens date[];
  v_next uuid;
  v_first_due date;
  v_first_opens date;
  v_completed_on date;
begin
  select * into v_done from assignment where person_id = p_person and course_id = p_course order by cycle desc limit 1;
  if v_done.state is distinct from 'closed' or v_done.closed_why not in ('completed', 'already-valid') then
    return;
  end if;
  select array_agg(n.reason_id), array_agg(n.due_on), array_agg(n.opens_on), min(n.due_on), min(n.opens_on), max(n.completed_on)
    into v_reasons, v_due, v_opens, v_first_due, v_first_opens, v_completed_on from renewals_of(v_done.id) n;
  if v_reasons is null then
    return;
  end if;
  insert into assignment (id, person_id, course_id, cycle, due_on, opens_on, follows_on, created_at)
    values (gen_random_uuid(), p_person, p_course, v_done.cycle + 1, v_first_due, v_first_opens, v_completed_on, p_at)
    on conflict do nothing returning id into v_next;
  if v_next is null then
    return;
  end if;
  for i in 1 .. cardinality(v_reasons) loop
    insert into assignment_reason (id, assignment_id, kind, path_enrolment_id, path_step_id, engagement_id, rule_version_id,
      request_id, facts, due_on, opens_on, renews_until, since)
    select gen_random_uuid(), v_next, r.kind, r.path_enrolment_id, r.path_step_id, r.engagement_id, r.rule_version_id,
      r.request_id, r.facts, v_due[i], v_opens[i], case when r.kind = 'rule' and v_done.follows_on is not null then r.due_on end, p_at
    from assignment_reason r where r.id = v_reasons[i];
    update assignment_reason set ended_at = p_at, ended_why = 'carried-over' where id = v_reasons[i];
  end loop;
end
$$;

/*
 * A completion fulfils what is owed, and what it makes owed next stands open, both in its own transaction. What is there
 * to renew an earlier completion is fulfilled by a later one alone. What nobody but the person themselves wanted is not
 * asked of them again, so it is closed with words of its own.
 */
create or replace function close_fulfilled_assignment() returns trigger language plpgsql as $$
declare
  v_today date := (new.recorded_at at time zone 'Europe/London')::date;
  v_closed boolean;
begin
  if not exists (select from assignment a where a.person_id = new.person_id and a.course_id = new.course_id and a.state = 'open') then
    return null;
  end if;
  -- The standing is worked out once, after all of this, by the completion's own trigger.
  perform set_config('lms.standing_follows', new.person_id || ' ' || new.course_id, true);
  update assignment a set state = 'closed', closed_on = new.completed_on,
    closed_why = case
      when exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null and r.kind = 'self')
        and not exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null and r.kind <> 'self')
      then 'completed-own-wish' else 'completed' end
  where a.person_id = new.person_id and a.course_id = new.course_id and a.state = 'open'
    and (a.follows_on is null or a.follows_on < new.completed_on
      or exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null and r.kind = 'revision'))
    and (new.valid_until is null or new.valid_until >= v_today);
  v_closed := found;
  if v_closed then
    perform open_next_cycle(new.person_id, new.course_id, new.recorded_at);
  end if;
  -- What has just been opened has its dates; they move for what was open before, and with leave.
  if not v_closed or exists (select from engagement e join leave_of_absence l on l.engagement_id = e.id where e.person_id = new.person_id) then
    perform date_assignments(array[new.person_id], array[new.course_id]);
  end if;
  perform set_config('lms.standing_follows', '', true);
  return null;
end
$$;

-- An assignment that a completion closes or opens waits for the completion's own refresh.
drop trigger assignment_standing on assignment;
create trigger assignment_standing after insert or update on assignment for each row
  when (coalesce(current_setting('lms.standing_follows', true), '') is distinct from new.person_id || ' ' || new.course_id)
  execute function refresh_standing_of_row();
-- Done or open, an attempt says the same of a standing; only abandoning it, or going on with it, changes anything.
drop trigger attempt_standing_update on attempt;
create trigger attempt_standing_update after update of state on attempt for each row
  when (old.state is distinct from new.state and 'abandoned' in (old.state, new.state))
  execute function refresh_standing_of_row();

/*
 * A refresher counts as the course that it refreshes, where that course's version allows it on the day; after a lapse that
 * adds the remainder, the remainder too has to be done since. At the end of the transaction, because the chain cannot
 * grow while an entry is being added to it.
 */
create or replace function count_refresher() returns trigger language plpgsql as $$
declare
  v course_version;
  v_until date;
begin
  for v in select x.* from course_version x
      where x.state = 'published' and (x.refresher_course_id = new.course_id or x.remainder_course_id = new.course_id)
      order by x.id loop
    select case when not bool_or(l.valid_until is null) then max(l.valid_until) end into v_until
      from completions_of(new.person_id, v.course_id) l where l.completed_on <= new.completed_on;
    if v_until is null or (
      case renewal_on(v, v_until, new.completed_on)
        when 'refresher' then new.course_id = v.refresher_course_id
        when 'refresher-and-remainder' then 2 = (
          select count(distinct l.course_id) from ledger_entry l
          where l.person_id = new.person_id and l.kind = 'completion' and l.completed_on between v_until and new.completed_on
            and l.course_id in (v.refresher_course_id, v.remainder_course_id)
            and not exists (select from ledger_entry r where r.person_id = l.person_id and r.kind = 'revocation' and r.revokes_seq = l.seq))
        else false
      end) is not true then
      continue;
    end if;
    if append_completion(new.person_id, v.course_id, v.id, new.completed_on,
        version_counts_until(v.id, new.person_id, new.completed_on), 'refresher', new.source_id, '{}', new.recorded_at) is not null then
      insert into outbox_event (at, type, person_id, payload)
        values (new.recorded_at, 'course.completed', new.person_id, jsonb_build_object('courseId', v.course_id));
    end if;
  end loop;
  return null;
end
$$;
