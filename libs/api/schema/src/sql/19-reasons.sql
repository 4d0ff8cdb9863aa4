-- Reasons of every kind, and one place where what they add up to is worked out.

alter table assignment_reason drop constraint assignment_reason_kind_check;
alter table assignment_reason
  -- A rule that matched an engagement, or a person who asked for it.
  add constraint assignment_reason_kind_check check (kind in ('path', 'self', 'rule', 'person')),
  add column engagement_id uuid references engagement,
  -- Of a rule: the version that matched. Of a person: the request that it came with.
  add column rule_version_id uuid,
  add column request_id uuid,
  -- What was true when it matched, so that "why do I have this?" can be answered and replayed later.
  add column facts jsonb,
  add constraint assignment_reason_rule_check check (kind <> 'rule' or (rule_version_id is not null and engagement_id is not null and facts is not null)),
  add constraint assignment_reason_person_check check (kind <> 'person' or request_id is not null);
create unique index assignment_reason_rule_key on assignment_reason (assignment_id, rule_version_id, engagement_id) where kind = 'rule';
create unique index assignment_reason_person_key on assignment_reason (assignment_id, request_id) where kind = 'person';
create index assignment_reason_rule_idx on assignment_reason (rule_version_id) where kind = 'rule' and ended_at is null;
create index assignment_reason_engagement_idx on assignment_reason (engagement_id) where engagement_id is not null and ended_at is null;

/*
 * What people's reasons add up to: the dates of what is open are the earliest of the reasons it still has, and what has
 * no reason any more is closed with why. Computed from what stands, so it may be run at any time and as often as one
 * likes; whoever adds or ends reasons calls it for the people concerned, in the same transaction.
 */
create function settle_assignments(p_persons uuid[], p_today date, p_at timestamptz) returns void language plpgsql as $$
begin
  update assignment a set due_on = r.due_on, opens_on = r.opens_on
  from (
    select r.assignment_id, min(r.due_on) as due_on, min(r.opens_on) as opens_on
    from assignment x join assignment_reason r on r.assignment_id = x.id and r.ended_at is null
    where x.person_id = any (p_persons) and x.state = 'open'
    group by r.assignment_id
  ) r
  where a.id = r.assignment_id and (a.due_on, a.opens_on) is distinct from (r.due_on, r.opens_on);
  update assignment a set state = 'closed', closed_on = p_today, closed_why = 'no-reason-left'
  where a.person_id = any (p_persons) and a.state = 'open'
    and not exists (select from assignment_reason r where r.assignment_id = a.id and r.ended_at is null);
end
$$;
