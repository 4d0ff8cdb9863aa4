-- Two entries that become one person: a refresher of one of them renews what the other one did.

/*
 * What a refresher's entry on the record is called where it counts as the course that it refreshes: as what it came from, and
 * each time that it counts anew, because two are one again, by another name that follows from that.
 */
create function refresher_source(p_source uuid, p_time int) returns uuid language sql immutable as $$
  select case when p_time = 0 then p_source else md5(p_source || ' ' || p_time)::uuid end
$$;

/** By which name a refresher counts now; null where it counts already, or where somebody took it back. */
create function next_refresher_source(p_person uuid, p_course uuid, p_source uuid) returns uuid language plpgsql stable
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_source uuid := p_source;
  v_time int := 0;
  d record;
begin
  loop
    select l.person_id, l.seq into d from ledger_entry l
    where l.person_id = any (persons_as(p_person)) and l.kind = 'completion' and l.source = 'refresher' and l.source_id = v_source
      and l.course_id = p_course;
    if not found then
      return v_source;
    elsif not was_parted(d.person_id, d.seq) then
      return null;
    end if;
    v_time := v_time + 1;
    v_source := refresher_source(p_source, v_time);
  end loop;
end
$$;

/*
 * Counts a completion as the courses that it refreshes, where their versions allow it on its day; after a lapse that adds the
 * remainder, the remainder too has to be done since. By what its person has completed by now, on all of their chains.
 */
create function count_as_refresher(p_done ledger_entry, p_at timestamptz) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_person uuid := who_is(p_done.person_id);
  v course_version;
  v_until date;
  v_source uuid;
begin
  for v in select x.* from course_version x
      where x.state = 'published' and (x.refresher_course_id = p_done.course_id or x.remainder_course_id = p_done.course_id)
      order by x.id loop
    select case when not bool_or(l.valid_until is null) then max(l.valid_until) end into v_until
      from completions_of(v_person, v.course_id) l where l.completed_on <= p_done.completed_on;
    if v_until is null or (
      case renewal_on(v, v_until, p_done.completed_on)
        when 'refresher' then p_done.course_id = v.refresher_course_id
        when 'refresher-and-remainder' then 2 = (
          select count(distinct l.course_id) from ledger_entry l
          where l.person_id = any (persons_as(v_person)) and l.kind = 'completion'
            and l.completed_on between v_until and p_done.completed_on
            and l.course_id in (v.refresher_course_id, v.remainder_course_id)
            and not exists (select from ledger_entry r where r.person_id = l.person_id and r.kind = 'revocation' and r.revokes_seq = l.seq))
        else false
      end) is not true then
      continue;
    end if;
    v_source := next_refresher_source(v_person, v.course_id, p_done.source_id);
    if v_source is not null and append_completion(v_person, v.course_id, v.id, p_done.completed_on,
        version_counts_until(v.id, v_person, p_done.completed_on), 'refresher', v_source, '{}', p_at) is not null then
      insert into outbox_event (at, type, person_id, payload)
        values (p_at, 'course.completed', v_person, jsonb_build_object('courseId', v.course_id));
    end if;
  end loop;
end
$$;

-- At the end of the transaction, because the chain cannot grow while an entry is being added to it.
create or replace function count_refresher() returns trigger language plpgsql as $$
begin
  perform count_as_refresher(new, new.recorded_at);
  return null;
end
$$;

-- In the order of their days, because each renews what stands by then.
create function count_merged_refreshers() returns trigger language plpgsql as $$
declare
  d ledger_entry;
begin
  for d in select l.* from ledger_entry l
      where l.person_id = any (persons_as(who_is(new.same_as))) and l.kind = 'completion' and l.source <> 'refresher'
        and refreshes_another(l.course_id) and not is_revoked(l.person_id, l.seq)
      order by l.completed_on, l.recorded_at, l.person_id, l.seq loop
    perform count_as_refresher(d, new.merged_at);
  end loop;
  return null;
end
$$;
create constraint trigger person_merge_refreshes after insert on person_merge deferrable initially deferred
  for each row execute function count_merged_refreshers();

/*
 * Whether what a counted completion was counted from still stands: the refresher or remainder that it was counted with,
 * and both of them where both were needed on that day. It may have been counted from it more than once.
 */
create or replace function refresher_stands(d ledger_entry) returns boolean language plpgsql stable as $$
declare
  v course_version;
  v_until date;
  v_times int;
begin
  select * into v from course_version x where x.id = d.course_version_id;
  select count(*) into v_times from ledger_entry l
  where l.person_id = d.person_id and l.course_id = d.course_id and l.kind = 'completion' and l.source = 'refresher'
    and l.completed_on = d.completed_on;
  if not exists (
    select from unnest(array[v.refresher_course_id, v.remainder_course_id]) c(id), completions_of(d.person_id, c.id) l,
      generate_series(0, v_times) k(time)
    where d.source_id = refresher_source(l.source_id, k.time) and l.completed_on = d.completed_on) then
    return false;
  end if;
  select max(l.valid_until) into v_until from completions_of(d.person_id, d.course_id) l
  where l.completed_on <= d.completed_on and (l.person_id, l.seq) <> (d.person_id, d.seq);
  return renewal_on(v, v_until, d.completed_on) <> 'refresher-and-remainder' or 2 = (
    select count(distinct c.id)
    from unnest(array[v.refresher_course_id, v.remainder_course_id]) c(id), completions_of(d.person_id, c.id) l
    where l.completed_on between v_until and d.completed_on);
end
$$;
