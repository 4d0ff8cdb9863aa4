/** What somebody has at one moment of one thing that a rule gives or gave: a course, or a path with the courses it asks for. */
export interface Stands {
  engagementId: string;
  personId: string;
  target: string;
  /** By the rule itself. */
  given: boolean;
  /** By the rule or for any other reason: a course stands open, or the engagement is on the path. */
  owed: boolean;
  /** By when it is owed, with leave, more time and every reason in it; of a path the day from which it counts. */
  dueOn: string | null;
  /** Of a path: what it asks for, each with its date. */
  asks: string | null;
  /** Of a course: it is held, so that nothing is to be done before its renewal. */
  valid: boolean;
  exemptUntil: string | null;
  /** What the rule says by itself, where somebody has to decide. */
  policyDueOn: string | null;
}

/**
 * $1 people, $2 the rule, $3 the day, $4 courses and paths. What is asked about an engagement is looked up by it (`offset 0`),
 * and not among everything that the rule gives.
 */
export const STANDS = `
  select e.id as "engagementId", e.person_id as "personId", c.id as target, g.given, a.id is not null as owed,
    a.due_on::text as "dueOn", null as asks, coalesce(s.ever_completed and (s.lifetime or s.valid_until >= $3::date), false) as valid,
    (select (upper(x) - 1)::text from unnest(s.exempt) x where x @> $3::date) as "exemptUntil",
    (select x.policy_due_on::text from open_rule_exception x where x.rule_id = $2 and x.engagement_id = e.id) as "policyDueOn"
  from engagement e
  join course c on c.id = any ($4::uuid[])
  left join assignment a on a.person_id = e.person_id and a.course_id = c.id and a.state = 'open'
  left join standing_dates s on s.person_id = e.person_id and s.course_id = c.id
  cross join lateral (
    select exists (
      select from (
        select r.rule_version_id, r.assignment_id from assignment_reason r
        where r.engagement_id = e.id and r.kind = 'rule' and r.ended_at is null offset 0
      ) r
      join rule_version v on v.id = r.rule_version_id
      join assignment b on b.id = r.assignment_id
      where v.rule_id = $2 and b.course_id = c.id) as given offset 0
  ) g
  where e.person_id = any ($1::uuid[]) and (g.given or a.id is not null)
  union all
  select n.engagement_id, n.person_id, n.path_id, coalesce(v.rule_id = $2, false), true, n.anchor_on::text, coalesce((
      select string_agg(a.course_id || ' ' || coalesce(a.due_on::text, ''), ',' order by a.course_id)
      from (
        select distinct a.course_id, a.due_on from assignment_reason r join assignment a on a.id = r.assignment_id
        where r.path_enrolment_id = n.id and r.ended_at is null and a.state = 'open'
      ) a), ''), false, null, null
  from path_enrolment n left join rule_version v on v.id = n.rule_version_id
  where n.person_id = any ($1::uuid[]) and n.path_id = any ($4::uuid[]) and n.state = 'open'`;
