import { EMPLOYER, type PackValue, type Sight, WHOLE } from './pack-sight.sql.js';

const name = (id: string): string =>
  `(select concat_ws(' ', n.given_name, n.family_name) from person n where n.id = ${id})`;
const when = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const WHO = `concat_ws(' ', w.given_name, w.family_name), w.id`;

/** The last state of a row that was known at $2. */
const known = (entity: string, id: string): string => `
  select h.row, h.op from row_history h
  where h.entity = '${entity}' and h.entity_id = ${id} and h.known_from <= $2 order by h.known_from desc, h.id desc limit 1`;

/** When the completion `l` was taken back, as was known at $2. */
const REVOKED = `
  select r.recorded_at from ledger_entry r
  where r.person_id = l.person_id and r.kind = 'revocation' and r.revokes_seq = l.seq and r.recorded_at <= $2 limit 1`;

export interface PackTable {
  /** Its place in the pack. */
  file: string;
  /** Of the prepared statement. */
  name: string;
  heading: readonly string[];
  /** What the statement is given, from $1 on. */
  values: readonly PackValue[];
  /** A row a line, its cells as `cells` in the order of the heading: nothing that was recorded after the moment. */
  sql: string;
}

/** What proves something: completions on the record, cards and certificates that were handed in, sign-offs, outside awards. */
const evidence = ({ people, asked, behind, counts, ...sight }: Sight): PackTable => ({
  file: 'evidence.csv',
  name: `pack-evidence-${sight.name}`,
  heading: [
    ...['Person', 'Person id', 'What', 'Course code', 'Course', 'Issuer or source', 'On', 'Valid until', 'State'],
    ...['By', 'Recorded at', 'Chain', 'Entry', 'Hash'],
  ],
  values: sight.values,
  sql: `
select json_build_array(${WHO}, e.what, c.code, coalesce(c.title, e.title), e.issuer, e.on_day, e.until_day, e.state, e.by_name,
  ${when('e.at')}, e.chain, e.seq, e.hash) as cells
from ${people}
cross join lateral (
  select 'completion' as what, l.course_id, null as title, case when b.behind then l.source end as issuer, l.completed_on as on_day,
    l.valid_until as until_day, case when x.recorded_at is null then 'stands' else 'revoked' end as state,
    case when b.behind then ${name(`(select (k.value::jsonb #>> '{}')::uuid from ledger_private k where k.person_id = l.person_id and k.seq = l.seq and k.field = 'recordedBy')`)} end as by_name,
    case when b.behind then l.recorded_at end as at, l.person_id as chain, l.seq, case when b.behind then encode(l.hash, 'hex') end as hash
  from ledger_entry l left join lateral (${REVOKED}) x on true
  cross join lateral (select ${behind('l.recorded_at')} as behind) b
  where l.person_id = any (persons_as(p.id)) and l.kind = 'completion' and l.recorded_at <= $2 and ${asked('l.course_id')}
  union all
  select 'card or certificate', t.course_id, null, s.issuer, coalesce(k.issued_on, s.issued_on), coalesce(k.expires_on, s.expires_on),
    coalesce(k.outcome, 'not checked'), ${name('k.checked_by')}, coalesce(k.checked_at, s.submitted_at), null, null, null
  from evidence_submission s join attempt t on t.id = s.attempt_id
  left join evidence_check k on k.id = s.id and k.checked_at <= $2
  where s.person_id = any (persons_as(p.id)) and s.submitted_at <= $2
    and ${asked('t.course_id')} and ${behind('coalesce(k.checked_at, s.submitted_at)')}
  union all
  select 'practical sign-off', t.course_id, null, null, (s.signed_at at time zone 'Europe/London')::date, null,
    case when s.passed then 'passed' else 'not passed' end, ${name('s.assessor_id')}, s.signed_at, null, null, null
  from practical_sign_off s join attempt t on t.id = s.attempt_id
  where s.person_id = any (persons_as(p.id)) and s.signed_at <= $2 and ${asked('t.course_id')} and ${behind('s.signed_at')}
  union all
  select case q.kind when 'card' then 'outside card' else 'company course' end, null, q.title, coalesce(nullif(q.issuer, ''), o.name),
    a.awarded_on, a.expires_on, case when d.at is null then 'stands' else 'taken back' end, ${name('a.recorded_by')}, a.recorded_at,
    null, null, null
  from outside_award a join outside_qualification q on q.id = a.qualification_id
  left join organisation o on o.id = q.organisation_id
  left join outside_award_end d on d.award_id = a.id and d.at <= $2
  where a.person_id = any (persons_as(p.id)) and a.recorded_at <= $2 and ${counts('a.qualification_id')} and ${behind('a.recorded_at')}
) e
left join course c on c.id = e.course_id
order by p.n, e.at, e.what, c.code, e.seq`,
});

const certificates = ({ people, asked, day, ...sight }: Sight): PackTable => ({
  file: 'certificates.csv',
  name: `pack-certificates-${sight.name}`,
  heading: [
    ...['Person', 'Person id', 'Serial', 'Course code', 'Course', 'Completed on', 'Valid until', 'State'],
    ...['Chain', 'Entry'],
  ],
  values: [...sight.values, 'day'],
  sql: `
select json_build_array(${WHO}, k.code, c.code, c.title, l.completed_on, l.valid_until,
  case when x.recorded_at is not null then 'revoked' when l.valid_until < ${day} then 'expired' else 'valid' end, l.person_id, l.seq) as cells
from ${people}
join ledger_entry l on l.person_id = any (persons_as(p.id)) and l.recorded_at <= $2 and ${asked('l.course_id')}
join certificate k on k.person_id = l.person_id and k.seq = l.seq
join course c on c.id = l.course_id
left join lateral (${REVOKED}) x on true
order by p.n, l.completed_on, k.code`,
});

/** Why, and who asked and decided, is told where the wish was the employer's own or the person's, and in its time. */
const exemptions = ({ people, asked, behind, own, day, ...sight }: Sight): PackTable => ({
  file: 'exemptions.csv',
  name: `pack-exemptions-${sight.name}`,
  heading: [
    ...['Person', 'Person id', 'Course code', 'Course', 'From', 'To', 'Ended on', 'State', 'Covers the day', 'Reason'],
    ...['Asked by', 'Asked at', 'Decided by', 'Decided at'],
  ],
  values: [...sight.values, 'day'],
  sql: `
select json_build_array(${WHO}, c.code, c.title, h.row ->> 'from_on', h.row ->> 'to_on', h.row ->> 'ended_on', h.row ->> 'state',
  case when h.row ->> 'state' = 'approved' and ${day} between (h.row ->> 'from_on')::date
    and coalesce(h.row ->> 'ended_on', h.row ->> 'to_on')::date then 'yes' else 'no' end, k.why, k.asked_by, k.asked_at, k.decided_by, k.decided_at) as cells
from ${people}
join exemption x on x.person_id = any (persons_as(p.id)) and ${asked('x.course_id')}
join course c on c.id = x.course_id
cross join lateral (${known('exemption', 'x.id')}) h
left join lateral (
  select x.reason as why, ${name(`(h.row ->> 'asked_by')::uuid`)} as asked_by, ${when(`(h.row ->> 'asked_at')::timestamptz`)} as asked_at,
    ${name(`(h.row ->> 'decided_by')::uuid`)} as decided_by, ${when(`(h.row ->> 'decided_at')::timestamptz`)} as decided_at
  where ${behind('x.asked_at')} and ${own('x.asked_by')}
) k on true
where h.op <> 'delete'
order by p.n, h.row ->> 'from_on', c.code, x.id`,
});

const tablesFor = (sight: Sight): readonly PackTable[] => [evidence(sight), certificates(sight), exemptions(sight)];

/** Of people, each asked for some at a time. */
export const PEOPLE_TABLES = { whole: tablesFor(WHOLE), employer: tablesFor(EMPLOYER) } as const;

/** $1 the moment, $2 its day in London: every version that was in force then, whomever it reaches. */
export const RULES: PackTable = {
  file: 'rules.csv',
  name: 'pack-rules',
  values: ['moment', 'day'],
  heading: [
    ...['Rule', 'Version', 'Asks for', 'In force from', 'In force to', 'Due', 'Recurrence', 'Who'],
    ...['Owner', 'Proposed by', 'Approved by', 'Applied by', 'Applied at', 'Rule id', 'Version id'],
  ],
  sql: `
select json_build_array(r.name, v.number, coalesce(c.title, t.title), h.row ->> 'effective_on', h.row ->> 'ends_on',
  (h.row -> 'due')::text, (h.row -> 'recurrence')::text, (h.row -> 'predicate')::text, ${name('r.owner_id')},
  ${name(`(h.row ->> 'proposed_by')::uuid`)}, ${name(`(h.row ->> 'approved_by')::uuid`)}, ${name(`(h.row ->> 'applied_by')::uuid`)},
  ${when(`(h.row ->> 'applied_at')::timestamptz`)}, r.id, v.id) as cells
from rule_version v
join assignment_rule r on r.id = v.rule_id
left join course c on c.id = v.course_id
left join learning_path t on t.id = v.path_id
cross join lateral (${known('rule version', 'v.id').replace('$2', '$1')}) h
where h.op <> 'delete' and h.row ->> 'applied_at' is not null and (h.row ->> 'effective_on')::date <= $2::date
  and coalesce((h.row ->> 'ends_on')::date, 'infinity') >= $2::date
order by r.name, v.number`,
};
