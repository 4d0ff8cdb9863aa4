/** Leave of absence as the domain's intervals. */
const intervals = (days: string): string => `coalesce((
  select json_agg(json_build_object('from', lower(d), 'to', upper(d) - 1)) from unnest(${days}) d), '[]')`;

/** Whether somebody has leave at all: mostly nobody has. */
const AWAY = `exists (select from leave_of_absence l join engagement e on e.id = l.engagement_id
  where e.person_id = a.person_id and l.withdrawn_at is null)`;

/**
 * What the date of a reason `r` follows from, the first time. One that goes on after a completion was taken back keeps what it
 * had; a document's new revision says its date by itself.
 */
const FIRST = `case
    when b.closed_why = 'revoked' or r.kind in ('self', 'revision') then null
    when r.kind = 'rule' then json_build_object('kind', 'said', 'dueOn', r.facts -> 'dueOn')
    when r.kind = 'person' then json_build_object('kind', 'said', 'dueOn', q.due_on)
    when r.kind = 'path' then json_build_object('kind', 'path', 'anchorOn', n.anchor_on, 'graceDays', n.grace_days,
      'dayOffset', coalesce(s.day_offset, g.day_offset), 'givenOn', coalesce(n.moved_on, n.given_on))
  end`;

const REASONS = `
  select coalesce(json_agg(json_build_object('opensOn', r.opens_on, 'dueOn', r.due_on, 'first', ${FIRST},
      'again', case when r.kind in ('self', 'revision') then null when coalesce(r.rule_version_id, n.rule_version_id) is null then '{"kind": "course"}'::jsonb
        else recurrence_of_rule(coalesce(r.rule_version_id, n.rule_version_id)) end,
      'gives', case when r.kind = 'path' then 'path' else 'course' end,
      'renewsUntil', r.renews_until, 'notBefore', r.not_before,
      'leaves', case when y.away then ${intervals('leave_days(a.person_id, coalesce(r.engagement_id, n.engagement_id))')} else '[]' end)), '[]')
    as list
  from assignment_reason r
  left join path_enrolment n on n.id = r.path_enrolment_id
  left join path_step s on s.id = r.path_step_id
  left join path_stage g on g.id = s.stage_id
  left join assignment_request q on q.id = r.request_id
  where r.assignment_id = a.id and r.ended_at is null`;

/** What a renewal goes on from: the newest of what counts, as \`renewals_of\` has it. */
const HELD = `
  select json_build_object('completedOn', max(l.completed_on),
    'validUntil', case when not bool_or(l.valid_until is null) then max(l.valid_until) end,
    'windowFrom', max(l.valid_until - v.renewal_window_days)) as held
  from completions_of(a.person_id, a.course_id) l join course_version v on v.id = l.course_version_id`;

const EXTENSION = `case when a.extended_to is not null then (
  select json_build_object('givenOn', coalesce((x.at at time zone 'Europe/London')::date, a.extended_to), 'until', a.extended_to,
    'known', case when y.away then ${intervals('leave_days(a.person_id, engagement_of_assignment(a.id))')} else '[]' end,
    'since', case when y.away and x.at is not null
      then ${intervals('leave_days(a.person_id, engagement_of_assignment(a.id), x.at)')} else '[]' end)
  from (select max(e.at) as at from extensions_of(a.id) e where e.due_on = a.extended_to) x) end`;

/** Open assignments with all that their dates follow from: the domain's \`StoredAssignment\`. $1 the place to go on from, $2 how many. */
export const STORED_ASSIGNMENTS = `
  select a.id, a.person_id as person, concat_ws(' ', p.given_name, p.family_name) as name, c.title as target,
    json_build_object('dueOn', a.due_on, 'held', h.held,
      'reasons', k.list, 'extension', ${EXTENSION}) as stored
  from assignment a
  join person p on p.id = a.person_id
  join course c on c.id = a.course_id
  left join assignment b on b.person_id = a.person_id and b.course_id = a.course_id and b.cycle = a.cycle - 1
  cross join lateral (select ${AWAY} as away) y
  cross join lateral (${REASONS}) k
  left join lateral (${HELD}) h on a.follows_on is not null
  where a.state = 'open' and ($1::uuid is null or a.id > $1)
  order by a.id limit $2`;
