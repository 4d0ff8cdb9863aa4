-- Learners ask for more time and for courses that they cannot begin by themselves; their line managers decide with the People Team.

-- What a learner asks for themselves.
create table learner_request (
  id uuid primary key,
  version int not null default 1,
  person_id uuid not null references person,
  kind text not null check (kind in ('extension', 'enrolment')),
  course_id uuid not null references course,
  -- Of an extension: until when.
  due_on date,
  why text not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
  asked_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  decision text not null default '',
  check (decided_by <> person_id),
  check ((kind = 'extension') = (due_on is not null))
);
create unique index learner_request_waiting_key on learner_request (person_id, course_id) where state = 'waiting';
create index learner_request_asked_idx on learner_request (asked_at, id) where state = 'waiting';
create index learner_request_person_idx on learner_request (person_id, asked_at desc);
create trigger learner_request_history after insert or update or delete on learner_request
  for each row execute function record_history('learner request');

-- The domain's `lineManagerDecides`, which a test holds it to.
create function line_manager_decides(p_kind text, p_mandatory boolean) returns boolean language sql immutable as $$
  select p_kind in ('extension', 'enrolment') or p_kind = 'exemption' and not p_mandatory
$$;

-- The line managers above somebody, directly or through others: `reports_of` seen from below, which a test holds it to.
create function managers_of(p_person uuid, today date) returns setof uuid language sql stable rows 5 as $$
  with recursive up(id) as (
    select e.line_manager_id from engagement e
    where e.person_id = p_person and e.line_manager_id is not null and (e.ends_on is null or e.ends_on >= today)
    union
    select e.line_manager_id from engagement e join up on e.person_id = up.id
    where e.line_manager_id is not null and (e.ends_on is null or e.ends_on >= today)
  )
  select id from up
$$;

/*
 * Who decides what was asked, the one answer that lists, counts, decisions and notices have: the People Team, and the line
 * managers of the person where `line_manager_decides` and nobody asks for the course whom they do not manage. Never who
 * asked, and never the person. Of what is for many there is no person.
 */
create function deciders_of(p_kind text, p_person uuid, p_course uuid, p_asked_by uuid, today date) returns table (
  decider_id uuid, as_role text
) language sql stable rows 10 as $$
  select t.id, 'people-team' from people_holding('{people-team}', today) t(id)
  where not same_person(t.id, p_asked_by) and (p_person is null or not same_person(t.id, p_person))
  union all
  select m.id, 'line-manager' from managers_of(p_person, today) m(id)
  where line_manager_decides(p_kind, coalesce((select c.mandatory from course c where c.id = p_course), true))
    and not same_person(m.id, p_asked_by) and not same_person(m.id, p_person)
    and not holds_role(m.id, '{people-team}', today)
    and not exists (
      select from assignment a
      join assignment_reason r on r.assignment_id = a.id and r.ended_at is null
      left join path_enrolment n on n.id = r.path_enrolment_id
      cross join lateral (select coalesce(r.engagement_id, n.engagement_id) as id) g
      where a.person_id = p_person and a.course_id = p_course and a.state = 'open'
        and g.id is not null and not manages_engagement(m.id, g.id, today))
$$;

/*
 * Everything that was asked and waits for somebody to decide. What a learner asked waits while it would change something: more
 * time for what is due sooner, a course that they have not been given meanwhile.
 */
create view waiting_request as
select 'exemption' as kind, x.id, x.person_id, x.course_id, null::uuid as path_id, x.asked_by, x.asked_at, x.from_on, x.to_on,
  null::date as due_on, x.reason as why
from exemption x where x.state = 'waiting'
union all
select r.kind, r.id, r.person_id, r.course_id, null, r.person_id, r.asked_at, null, null, r.due_on, r.why
from learner_request r
where r.state = 'waiting'
  and exists (select from person p where p.id = r.person_id and p.erased_at is null)
  and not exists (select from person_alias i where i.person_id = r.person_id)
  and case r.kind
    when 'extension' then exists (
      select from assignment a where a.person_id = r.person_id and a.course_id = r.course_id and a.state = 'open' and a.due_on < r.due_on)
    else exists (select from course_version v where v.course_id = r.course_id and v.state = 'published')
      and not exists (
        select from assignment a where a.person_id = r.person_id and a.course_id = r.course_id and a.state = 'open') end
union all
select 'request', q.id, null, q.course_id, q.path_id, q.asked_by, q.asked_at, null, null, q.due_on, q.why
from assignment_request q where q.state = 'waiting';

/** As before, with what learners ask for themselves; and line managers are told of what they decide. */
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
    select 'rule-dates', x.rule_id, min(x.raised_at), null, null from rule_exception x where x.decided_at is null group by x.rule_id
    union all
    select 'erasure', x.id, x.proposed_at, x.proposed_by, x.person_id from erasure x where x.state = 'proposed'
  ) w
  cross join people_holding('{people-team}', today) d(id)
  where d.id is distinct from w.asked_by and d.id is distinct from w.person_id
$$;
