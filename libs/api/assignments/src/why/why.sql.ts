/** What the newest of what still stands was counted from, for whoever may see behind it. */
const THROUGH = `(
  select json_build_object('title', coalesce(q.title, sc.title), 'by', coalesce(nullif(q.issuer, ''), o.name),
    'on', coalesce(b.awarded_on, h.issued_on, s.completed_on))
  from ledger_entry l
  join counted_through k on k.id = l.source_id
  join equivalence e on e.id = k.equivalence_id
  left join course sc on sc.id = e.source_course_id
  left join outside_qualification q on q.id = e.qualification_id
  left join organisation o on o.id = q.organisation_id
  left join outside_award b on b.id = k.award_id
  left join evidence_check h on h.id = k.evidence_id
  left join ledger_entry s on s.person_id = k.source_person_id and s.seq = k.source_seq
  where l.person_id = any (persons_as(w.id)) and l.course_id = c.id and l.kind = 'completion' and l.source = 'equivalence'
    and not is_revoked(l.person_id, l.seq) and (l.valid_until is null or l.valid_until >= $4::date)
    and may_see_fact($3, w.id, (least(l.recorded_at, b.recorded_at, h.checked_at, s.recorded_at) at time zone 'Europe/London')::date, $4::date)
  order by l.recorded_at desc, l.seq desc limit 1)`;

/** More time that was given for an open assignment, by the newest word; leave within its time, of who asks for it; exempt today. */
const EXTENSION = `(
  select json_build_object('toOn', a.extended_to, 'reason', x.reason) from extensions_of(a.id) x
  where a.state = 'open' and a.extended_to is not null order by x.at desc limit 1)`;
const LEAVES = `(
  select coalesce(json_agg(json_build_object('fromOn', l.from_on, 'toOn', l.to_on, 'organisationName', o.short_name) order by l.from_on), '[]')
  from leave_of_absence l
  join engagement g on g.id = l.engagement_id
  join organisation o on o.id = g.organisation_id
  where a.state = 'open' and l.withdrawn_at is null and l.from_on <= a.due_on and exists (
    select from assignment_reason x left join path_enrolment y on y.id = x.path_enrolment_id
    where x.assignment_id = a.id and x.ended_at is null and coalesce(x.engagement_id, y.engagement_id) = g.id
      and l.to_on >= (x.since at time zone 'Europe/London')::date))`;
const EXEMPTION = `(
  select json_build_object('toOn', coalesce(x.ended_on, x.to_on), 'reason', x.reason) from exemption x
  where x.person_id = w.id and x.course_id = c.id and x.state = 'approved' and $4::date between x.from_on and coalesce(x.ended_on, x.to_on)
  order by coalesce(x.ended_on, x.to_on) desc limit 1)`;

/**
 * The newest assignment of a person and a course with its reasons, as far as the reader may see them: all of one's own,
 * else those that an engagement in the reader's scope gives. $1 person, $2 course, $3 the reader, $4 today, $5 whether the
 * reader sees everything. No row without a reason that may be seen. The day is that of what may be seen.
 */
export const WHY = `
  select c.id as "courseId", c.title, w.id as "personId", concat_ws(' ', w.given_name, w.family_name) as name, a.state,
    case when r.whole then a.due_on else r.due_on end::text as "dueOn", a.closed_on::text as "closedOn", a.closed_why as "closedWhy", r.reasons, ${THROUGH} as through,
    case when r.whole then ${EXTENSION} end as extension, case when r.whole then ${LEAVES} else '[]' end as leaves,
    case when r.whole then ${EXEMPTION} end as exemption
  from course c
  join person w on w.id = $1 and w.erased_at is null
  join lateral (
    select x.* from assignment x where x.person_id = w.id and x.course_id = c.id
    order by (x.state = 'open') desc, x.cycle desc limit 1
  ) a on true
  cross join lateral (
    select min(k.due_on) filter (where k.ended_at is null) as due_on, $5 or $3 = w.id or not exists (
      select from assignment_reason x left join path_enrolment y on y.id = x.path_enrolment_id
      where x.assignment_id = a.id and x.ended_at is null and not engagement_in_scope($3, coalesce(x.engagement_id, y.engagement_id), $4)) as whole,
      json_agg(json_build_object('id', k.id, 'kind', k.kind,
      'since', to_char(k.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'dueOn', k.due_on,
      'endedAt', to_char(k.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'endedWhy', k.ended_why,
      'title', case k.kind when 'path' then p.title when 'person' then concat_ws(' ', qb.given_name, qb.family_name) else u.name end,
      'request', case when q.id is not null then json_build_object('byName', concat_ws(' ', qb.given_name, qb.family_name), 'why', q.why) end, 'ruleId', u.id, 'versionNumber', coalesce(v.number, pv.number),
      'ownerName', concat_ws(' ', ow.given_name, ow.family_name), 'approvedByName', concat_ws(' ', ap.given_name, ap.family_name),
      'effectiveOn', v.effective_on, 'endsOn', v.ends_on, 'organisationName', o.short_name,
      'facts', coalesce(k.facts, n.facts), 'predicate', coalesce(v.predicate, nv.predicate),
      'recurrence', coalesce(v.recurrence, nv.recurrence))
      order by k.ended_at is not null, k.due_on, k.since, k.id) as reasons
    from assignment_reason k
    left join path_enrolment n on n.id = k.path_enrolment_id
    left join assignment_request q on q.id = coalesce(k.request_id, case when n.rule_version_id is null then n.request_id end)
    left join person qb on qb.id = q.asked_by
    left join rule_version nv on nv.id = n.rule_version_id
    left join learning_path p on p.id = n.path_id
    left join path_version pv on pv.id = n.path_version_id
    left join rule_version v on v.id = k.rule_version_id
    left join assignment_rule u on u.id = coalesce(v.rule_id, nv.rule_id)
    left join person ow on ow.id = u.owner_id
    left join person ap on ap.id = coalesce(v.approved_by, nv.approved_by)
    left join engagement g on g.id = coalesce(k.engagement_id, n.engagement_id)
    left join organisation o on o.id = g.organisation_id
    where k.assignment_id = a.id and ($5 or $3 = w.id or (g.id is not null and engagement_in_scope($3, g.id, $4)))
  ) r
  where c.id = $2 and r.reasons is not null`;
