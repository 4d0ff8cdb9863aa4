/**
 * What a person owes and why, what they are exempt from, and when they are away. $1 person, $2 who asks, $3 today, $4 may
 * change, $5 decides. Reasons and due dates of engagements that the reader does not see are left out; what then has no
 * reason left is not shown. Of an exemption from a course that another employer asks for as well it is told that it is one, and
 * not why, unless the reader's side asked for it.
 */
const ours = (by: string): string => `(${by} in ($1, $2) or exists (
    select from engagement b cross join lateral organisation_and_below(b.organisation_id) o(id)
    where b.person_id = ${by} and o.id in (select organisation_id from seen)))`;
const named = (id: string): string =>
  `(select concat_ws(' ', n.given_name, n.family_name) from person n where n.id = ${id})`;

export const PERSON_ASSIGNMENTS = `
with seen as materialized (
  select e.id, e.organisation_id, o.short_name as organisation from engagement e
  join organisation o on o.id = e.organisation_id
  -- Asked of each of theirs: joined, all that the reader sees would be gone through.
  where e.person_id = $1 and exists (select from engagements_in_scope($2, $3) x(id) where x.id = e.id offset 0)
), reasons as materialized (
  select r.assignment_id, r.id, r.kind, r.due_on, r.since, r.request_id, s.organisation,
    coalesce(p.title, q.why, u.name) as what, q.asked_by,
    r.kind = 'person' and $4::boolean and (q.asked_by = $2 or $5::boolean) as may_withdraw,
    x.engagement_id is null or s.id is not null as shown
  from assignment a
  join assignment_reason r on r.assignment_id = a.id and r.ended_at is null
  left join path_enrolment n on n.id = r.path_enrolment_id
  left join learning_path p on p.id = n.path_id
  left join assignment_request q on q.id = r.request_id
  left join rule_version v on v.id = r.rule_version_id
  left join assignment_rule u on u.id = v.rule_id
  cross join lateral (select coalesce(r.engagement_id, n.engagement_id) as engagement_id) x
  left join seen s on s.id = x.engagement_id
  where a.person_id = $1 and a.state = 'open'
), open as (
  select a.*, w.reasons, case when w.whole then a.due_on else w.due_on end as shown_due
  from assignment a
  join lateral (
    select bool_and(r.shown) as whole, min(r.due_on) filter (where r.shown) as due_on,
      json_agg(json_build_object('id', r.id, 'kind', r.kind, 'what', r.what,
        'byName', (select concat_ws(' ', b.given_name, b.family_name) from person b where b.id = r.asked_by),
        'requestId', r.request_id, 'organisationName', r.organisation, 'dueOn', r.due_on,
        'since', to_char(r.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'mayWithdraw', r.may_withdraw)
        order by r.due_on, r.since, r.id) filter (where r.shown) as reasons
    from reasons r where r.assignment_id = a.id
  ) w on w.reasons is not null
  where a.person_id = $1 and a.state = 'open'
), asked as materialized (
  select a.course_id, bool_and(r.shown) as only_ours from reasons r join assignment a on a.id = r.assignment_id
  group by 1 having bool_or(r.shown)
)
select json_build_object(
  'personId', w.id, 'today', $3::date, 'mayChange', $4::boolean,
  'engagements', coalesce((
    select json_agg(json_build_object('id', e.id, 'organisationName', s.organisation) order by e.starts_on)
    from seen s join engagement e on e.id = s.id where e.ends_on is null or e.ends_on >= $3
  ), '[]'),
  'assignments', coalesce((
    select json_agg(json_build_object('id', a.id, 'courseId', a.course_id, 'title', c.title, 'mandatory', c.mandatory, 'cycle', a.cycle,
      'standing', standing_on(d.*, $3), 'dueOn', a.shown_due, 'opensOn', a.opens_on,
      'validUntil', d.valid_until, 'extendedTo', x.to, 'extensionReason', x.reason,
      'reasons', a.reasons)
      order by coalesce(a.opens_on > $3 and d.valid_until >= $3, false), a.shown_due nulls last, c.title)
    from open a join course c on c.id = a.course_id
    join standing_dates d on d.person_id = a.person_id and d.course_id = a.course_id
    join asked k on k.course_id = a.course_id
    left join lateral (
      select a.extended_to as to, x.reason from extensions_of(a.id) x where a.extended_to is not null and (v.whole or k.only_ours or ${ours('x.by_id')})
      order by x.at desc limit 1
    ) x on true
  ), '[]'),
  'exemptions', coalesce((
    select json_agg(json_build_object('id', x.id, 'courseId', x.course_id, 'title', c.title, 'fromOn', x.from_on,
      'toOn', coalesce(x.ended_on, x.to_on), 'reason', t.reason, 'state', x.state,
      'current', x.state = 'approved' and $3 between x.from_on and coalesce(x.ended_on, x.to_on),
      'askedByName', t.asked, 'decidedByName', t.decided, 'decision', coalesce(t.decision, ''), 'byManagers', line_manager_decides('exemption', c.mandatory),
      'mayEnd', $4::boolean and (x.asked_by = $2 or $5::boolean)
        and (x.state = 'waiting' or x.state = 'approved' and coalesce(x.ended_on, x.to_on) >= $3))
      order by x.to_on desc, x.id)
    from exemption x join course c on c.id = x.course_id
    left join asked k on k.course_id = x.course_id
    cross join lateral (select ${ours('x.asked_by')} as by_us) m
    left join lateral (
      select x.reason, ${named('x.asked_by')} as asked, ${named('x.decided_by')} as decided, x.decision
      where v.whole or k.only_ours or m.by_us
    ) t on true
    where x.person_id = $1 and (v.whole or k.course_id is not null or m.by_us)
  ), '[]'),
  'leaves', coalesce((
    select json_agg(json_build_object('id', l.id, 'version', l.version, 'engagementId', l.engagement_id,
      'organisationName', s.organisation, 'fromOn', l.from_on, 'toOn', l.to_on, 'note', l.note) order by l.from_on desc)
    from leave_of_absence l join seen s on s.id = l.engagement_id where l.withdrawn_at is null
  ), '[]')
)::text as answer
from person w cross join (select sees_whole_record($2, $1, $3) as whole) v
where w.id = $1 and w.erased_at is null and exists (select from people_in_scope($2, $3) s(id) where s.id = w.id)`;
