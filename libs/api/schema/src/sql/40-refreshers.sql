-- What a refresher counted as is taken back with the refresher: it never stands for something that was not done.

/*
 * Whether what a counted completion was counted from still stands: the refresher or remainder that it was counted with,
 * and both of them where both were needed on that day.
 */
create function refresher_stands(d ledger_entry) returns boolean language plpgsql stable as $$
declare
  v course_version;
  v_until date;
begin
  select * into v from course_version x where x.id = d.course_version_id;
  if not exists (
    select from unnest(array[v.refresher_course_id, v.remainder_course_id]) c(id), completions_of(d.person_id, c.id) l
    where l.source_id = d.source_id and l.completed_on = d.completed_on) then
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

-- At the end of the transaction, because the chain cannot grow while an entry is being added to it.
create function take_back_refreshed() returns trigger language plpgsql as $$
declare
  v_entry ledger_entry;
  d ledger_entry;
begin
  select * into v_entry from ledger_entry l where l.person_id = new.person_id and l.seq = new.revokes_seq;
  for d in select l.* from course_version v
      join ledger_entry l on l.course_version_id = v.id and l.course_id = v.course_id
      where (v.refresher_course_id = v_entry.course_id or v.remainder_course_id = v_entry.course_id)
        and l.person_id = any (persons_as(who_is(new.person_id))) and l.kind = 'completion' and l.source = 'refresher'
        and l.completed_on >= v_entry.completed_on
        and not exists (select from ledger_entry r where r.person_id = l.person_id and r.kind = 'revocation' and r.revokes_seq = l.seq)
      order by l.person_id, l.seq loop
    if not refresher_stands(d) then
      perform revoke_completion(d.person_id, d.seq, 'source-taken-back', '{}', new.recorded_at);
    end if;
  end loop;
  return null;
end
$$;
create constraint trigger ledger_entry_refreshes_no_more after insert on ledger_entry deferrable initially deferred
  for each row when (new.kind = 'revocation') execute function take_back_refreshed();
