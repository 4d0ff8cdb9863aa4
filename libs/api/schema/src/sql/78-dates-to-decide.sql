-- A date that a rule leaves to be decided is one for as long as somebody owes it by the realistic date.

-- Of exceptions that nobody has decided: those of what is still owed, for the first time, because of the rule, by that date.
create view open_rule_exception as
select x.* from rule_exception x
where x.decided_at is null and exists (
  select from assignment_reason r
  join rule_version v on v.id = r.rule_version_id and v.rule_id = x.rule_id
  join assignment a on a.id = r.assignment_id and a.state = 'open' and a.follows_on is null
  where r.engagement_id = x.engagement_id and r.kind = 'rule' and r.ended_at is null
    and (r.facts ->> 'dueOn')::date = x.realistic_due_on);

/** As before, and of dates only those that are still to be decided. */
create or replace function requests_to_decide(today date) returns table (decider_id uuid, what text, thing_id uuid, since date)
language sql stable rows 50 as $$
  select d.decider_id, w.kind, w.id, (w.asked_at at time zone 'Europe/London')::date
  from waiting_request w cross join lateral deciders_of(w.kind, w.person_id, w.course_id, w.asked_by, today) d
  union all
  select d.id, w.what, w.id, (w.asked_at at time zone 'Europe/London')::date
  from (
    select 'rule' as what, v.id, v.proposed_at as asked_at, v.proposed_by as asked_by, v.created_by as person_id
    from rule_version v where v.state = 'in-review'
    union all
    select 'rule', n.id, n.asked_at, n.asked_by, null from rule_end n where n.outcome is null
    union all
    select 'rule-dates', x.rule_id, min(x.raised_at), null, null from open_rule_exception x group by x.rule_id
    union all
    select 'erasure', x.id, x.proposed_at, x.proposed_by, x.person_id from erasure x where x.state = 'proposed'
  ) w
  cross join people_holding('{people-team}', today) d(id)
  where d.id is distinct from w.asked_by and d.id is distinct from w.person_id
$$;
