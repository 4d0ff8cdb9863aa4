/**
 * Who has something by a rule now, one row an engagement, as `losing`. $1 the rule. `owes_still`: somebody or something
 * else asks for the same.
 */
export const LOSING = `losing as materialized (
  select distinct on (x.engagement_id) x.engagement_id, x.person_id, x.due_on, x.owes_still from (
    select r.engagement_id, a.person_id, a.due_on, exists (
        select from assignment_reason o left join rule_version w on w.id = o.rule_version_id
        where o.assignment_id = a.id and o.ended_at is null and w.rule_id is distinct from v.rule_id) as owes_still
    from rule_version v
    join assignment_reason r on r.rule_version_id = v.id and r.kind = 'rule' and r.ended_at is null
    join assignment a on a.id = r.assignment_id
    where v.rule_id = $1
    union all
    select n.engagement_id, n.person_id, null, exists (
        select from assignment_request q where q.id = n.request_id and q.state = 'given')
    from path_enrolment n join rule_version v on v.id = n.rule_version_id
    where v.rule_id = $1 and n.state = 'open'
  ) x
  order by x.engagement_id, x.due_on
)`;

/** The same people have the same digest, and others another. */
export const LOSING_DIGEST = `(select encode(sha256(convert_to(coalesce(
  string_agg(concat_ws('|', engagement_id, owes_still), E'\\n' order by engagement_id), ''), 'UTF8')), 'hex') from losing)`;
