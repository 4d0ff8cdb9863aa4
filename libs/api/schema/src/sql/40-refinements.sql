-- What use has shown: refreshers that are taken back, names that are alike, rules that two people decide.

-- ---- refreshers ----

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

-- ---- names that are alike ----

/*
 * Whether two words differ by one slip of typing at most: a letter that is missing, too many or another one, or two that
 * changed places.
 */
create function one_slip(a text, b text) returns boolean language plpgsql immutable as $$
declare
  v_from int := 0;
  v_to int := 0;
  v_shorter int := least(length(a), length(b));
  v_a text;
  v_b text;
begin
  if a = b then
    return true;
  end if;
  if abs(length(a) - length(b)) > 1 then
    return false;
  end if;
  while v_from < v_shorter and substr(a, v_from + 1, 1) = substr(b, v_from + 1, 1) loop
    v_from := v_from + 1;
  end loop;
  while v_to < v_shorter - v_from and substr(a, length(a) - v_to, 1) = substr(b, length(b) - v_to, 1) loop
    v_to := v_to + 1;
  end loop;
  v_a := substr(a, v_from + 1, length(a) - v_from - v_to);
  v_b := substr(b, v_from + 1, length(b) - v_from - v_to);
  return length(v_a) <= 1 and length(v_b) <= 1 or length(v_a) = 2 and v_a = reverse(v_b);
end
$$;

/*
 * Whether names alone are reason enough to ask: each part the same but for one slip, in either order, or all the words of
 * one among those of the other.
 */
create function names_alike(p person, q person) returns boolean language sql immutable as $$
  select exists (
    select from unnest(array[lower(p.given_name), lower(p.known_as)]) x(given), unnest(array[lower(q.given_name), lower(q.known_as)]) y(given)
    where one_slip(x.given, y.given) and one_slip(lower(p.family_name), lower(q.family_name))
      or one_slip(x.given, lower(q.family_name)) and one_slip(lower(p.family_name), y.given))
    or a.words @> b.words or a.words <@ b.words
  from regexp_split_to_array(name_to_compare(p), '[^[:alpha:]]+') a(words), regexp_split_to_array(name_to_compare(q), '[^[:alpha:]]+') b(words)
$$;

-- Looks at so many entries that have changed since they were looked at; answers how many are left.
create or replace function look_for_duplicates(p_most int) returns int language plpgsql as $$
declare
  v_changed uuid[];
begin
  select array_agg(p.id order by p.id) into v_changed from person p left join duplicate_look k on k.person_id = p.id
    where p.erased_at is null and k.said is distinct from said_of(p)
      and not exists (select from person_alias a where a.person_id = p.id);
  if v_changed is null then
    return 0;
  end if;
  perform set_config('pg_trgm.similarity_threshold', '0.45', true);
  delete from duplicate_pair d using unnest(v_changed[1:p_most]) c(id) where d.one_id = c.id or d.other_id = c.id;
  insert into duplicate_pair (one_id, other_id, likeness, why)
  select least(p.id, o.id), greatest(p.id, o.id), max(s.likeness), array_agg(distinct o.why order by o.why)
  from person p
  cross join lateral (
    select q.id, 'name' as why from person q
      where lower(q.given_name || ' ' || q.family_name) % lower(p.given_name || ' ' || p.family_name) and names_alike(p, q)
    union all select q.id, 'email' from person q where lower(q.contact_email) = lower(p.contact_email)
    union all select q.id, 'phone' from person q where q.phone is not null and phone_to_compare(q.phone) = phone_to_compare(p.phone)
    union all select f.person_id, 'number' from engagement e join engagement f on lower(f.employee_number) = lower(e.employee_number)
      where e.person_id = p.id
  ) o
  join person q on q.id = o.id
  cross join lateral (
    select greatest(similarity(name_to_compare(p), name_to_compare(q)),
      similarity(lower(coalesce(p.known_as, p.given_name) || ' ' || p.family_name), lower(coalesce(q.known_as, q.given_name) || ' ' || q.family_name))) as likeness
  ) s
  where p.id = any (v_changed[1:p_most]) and q.id <> p.id and q.erased_at is null and s.likeness >= 0.3
    and not exists (select from person_alias a where a.person_id = q.id)
  group by 1, 2
  on conflict (one_id, other_id) do update set likeness = excluded.likeness, why = excluded.why;
  insert into duplicate_look (person_id, said) select p.id, said_of(p) from person p where p.id = any (v_changed[1:p_most])
  on conflict (person_id) do update set said = excluded.said;
  return greatest(cardinality(v_changed) - p_most, 0);
end
$$;

-- Everybody is looked at once more.
delete from duplicate_look;
delete from duplicate_pair d using person p, person q
where p.id = d.one_id and q.id = d.other_id and d.why = '{name}' and not names_alike(p, q);

-- ---- rules that two people decide ----

-- That a rule is to end, while a second person has not decided it yet.
create table rule_end (
  id uuid primary key,
  rule_id uuid not null references assignment_rule,
  reason text not null,
  -- How many it was about when it was asked for.
  people int not null,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  outcome text check (outcome in ('ended', 'stays')),
  decided_by uuid references person,
  decided_at timestamptz,
  check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)),
  check (outcome <> 'ended' or decided_by <> asked_by)
);
create unique index rule_end_open_key on rule_end (rule_id) where outcome is null;
create trigger rule_end_history after insert or update or delete on rule_end
  for each row execute function record_history('rule end');

/*
 * Exemptions, requests, rules and ends of rules that wait for a second person, rules with dates to decide, and who that
 * can be.
 */
create or replace function requests_to_decide(today date) returns table (decider_id uuid, what text, thing_id uuid, since date)
language sql stable rows 50 as $$
  select d.id, w.what, w.id, (w.asked_at at time zone 'Europe/London')::date
  from (
    select 'exemption' as what, x.id, x.asked_at, x.asked_by, x.person_id from exemption x where x.state = 'waiting'
    union all
    select 'request', q.id, q.asked_at, q.asked_by, null from assignment_request q where q.state = 'waiting'
    union all
    select 'rule', v.id, v.proposed_at, v.proposed_by, v.created_by from rule_version v where v.state = 'in-review'
    union all
    select 'rule', n.id, n.asked_at, n.asked_by, null from rule_end n where n.outcome is null
    union all
    select 'rule-dates', x.rule_id, min(x.raised_at), null, null from rule_exception x where x.decided_at is null group by x.rule_id
  ) w
  cross join people_holding('{people-team}', today) d(id)
  where d.id is distinct from w.asked_by and d.id is distinct from w.person_id
$$;

-- ---- asking people for a path ----

alter table assignment_request
  alter column course_id drop not null,
  add column path_id uuid references learning_path,
  add check ((course_id is null) <> (path_id is null));
-- Of a path that somebody asked for: by which request.
alter table path_enrolment add column request_id uuid references assignment_request;
create index path_enrolment_request_idx on path_enrolment (request_id) where request_id is not null;
