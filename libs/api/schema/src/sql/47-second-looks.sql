-- Erasures that wait for a second person are told, two who are two again have each what came from their own facts, anchors
-- name their key, and what somebody recorded in person is found again.

/*
 * Exemptions, requests, rules, ends of rules and erasures that wait for a second person, rules with dates to decide, and who
 * that can be.
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
    union all
    select 'erasure', x.id, x.proposed_at, x.proposed_by, x.person_id from erasure x where x.state = 'proposed'
  ) w
  cross join people_holding('{people-team}', today) d(id)
  where d.id is distinct from w.asked_by and d.id is distinct from w.person_id
$$;

-- Whose the fact is that a completion was counted from.
create function counted_from(c counted_through) returns uuid language sql stable as $$
  select coalesce(c.source_person_id, (select a.person_id from outside_award a where a.id = c.award_id),
    (select h.person_id from evidence_check h where h.id = c.evidence_id))
$$;

/*
 * Two who are two again: what one of them has through a fact of the other is taken back, and whose fact it is gets it. What
 * follows from either follows from the facts. What was recorded while they were one stays with who was kept.
 */
create function count_parted() returns trigger language plpgsql as $$
declare
  v_people uuid[] := array[new.person_id, new.same_as];
  v_parted uuid[];
  d ledger_entry;
begin
  set constraints person_merge_parts deferred;
  -- A refresher of one of them renews nothing that only the other one did.
  for d in select l.* from ledger_entry l
      where l.person_id in (select unnest(persons_as(p)) from unnest(v_people) p) and l.kind = 'completion' and l.source = 'refresher'
        and l.recorded_at >= new.merged_at and not is_revoked(l.person_id, l.seq)
      order by l.person_id, l.completed_on, l.seq loop
    if not refresher_stands(d) or not exists (
        select from completions_of(d.person_id, d.course_id) l
        where l.completed_on <= d.completed_on and (l.person_id, l.seq) <> (d.person_id, d.seq)) then
      perform revoke_completion(d.person_id, d.seq, 'merge-undone', '{}', new.undone_at);
    end if;
  end loop;
  select array_agg(c.id) into v_parted from counted_through c
  where c.person_id in (select unnest(persons_as(p)) from unnest(v_people) p)
    and not is_revoked(c.person_id, c.seq)
    and not (same_person(c.person_id, counted_from(c)) and same_person(c.person_id, coalesce(c.topped_person_id, c.person_id)));
  perform take_back_counted(coalesce(v_parted, '{}'), 'merge-undone', '{}', new.undone_at);
  perform count_equivalences(array(
      select v.id from equivalence_version v where v.state = 'active'
      union select c.equivalence_version_id from counted_through c where c.id = any (v_parted)),
    v_people, new.undone_at);
  return null;
end
$$;
create constraint trigger person_merge_parts after update on person_merge deferrable initially deferred
  for each row when (old.undone_at is null and new.undone_at is not null) execute function count_parted();

-- What was taken back only because they were two comes again when they are one again.
do $do$
declare
  v_was text := pg_get_functiondef('equivalence_yields(uuid[], uuid[])'::regprocedure);
  v_is text := replace(v_was, '(c.equivalence_version_id = w.id or not is_revoked(c.person_id, c.seq))',
    '(c.equivalence_version_id = w.id and not was_parted(c.person_id, c.seq) or not is_revoked(c.person_id, c.seq))');
begin
  if v_is = v_was then
    raise exception 'nothing comes again';
  end if;
  create function was_parted(p_person uuid, p_seq int) returns boolean language sql stable as $$
    select exists (select from ledger_entry r where r.person_id = p_person and r.kind = 'revocation' and r.revokes_seq = p_seq
      and r.body::jsonb #>> '{fact,reasonCode}' = 'merge-undone')
  $$;
  execute v_is;
end
$do$;

-- With which key an anchor is signed, so that it can be listed; of earlier ones the file alone says it.
alter table ledger_anchor add column public_key text;

-- What somebody recorded in person, for who wants to look at it again.
create index in_person_record_recorder_idx on in_person_record (recorded_by, recorded_at desc, id desc);
