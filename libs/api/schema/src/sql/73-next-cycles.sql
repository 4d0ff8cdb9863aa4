-- What comes next of a cycle is said once.

/*
 * Opens what comes next: for every cycle that was fulfilled, is the newest, and still has a reason that asks again. Null courses
 * are all. How the next cycle comes about, `open_next_of` says.
 */
create or replace function open_next_cycles(p_persons uuid[], p_courses uuid[], p_at timestamptz) returns void language sql as $$
  select open_next_of(f.ids, p_at) from (
    select array_agg(a.id) as ids from assignment a
    where a.person_id = any (p_persons) and (p_courses is null or a.course_id = any (p_courses))
      and a.state = 'closed' and a.closed_why in ('completed', 'already-valid')
      and not exists (select from assignment n where n.person_id = a.person_id and n.course_id = a.course_id and n.cycle > a.cycle)
      and exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null and r.kind not in ('self', 'revision'))
  ) f where f.ids is not null
$$;
