import { maxDate } from '@lms/domain';
import type { Params } from '../../audiences/compile/params.js';
import { ORGANISATIONS } from '../../audiences/compile/predicate-sql.js';
import type { EngineVersion } from '../engine/rule-in-force.js';
import { wantedSql } from '../engine/wanted-sql.js';

/** Applied ahead of its first day, a version is looked at as of that day. */
export const previewDay = ({ effectiveOn }: EngineVersion, today: string): string =>
  maxDate(effectiveOn, today) ?? today;

/**
 * What applying a version would do to each engagement, as `effects`: what it wants beside what earlier versions of its rule
 * give now. `valid`: the course is held already.
 */
export function effectsSql(version: EngineVersion, params: Params, today: string): string {
  const day = params.add(previewDay(version, today), 'date');
  const rule = params.add(version.ruleId, 'uuid');
  const course = params.add(version.courseId, 'uuid');
  const path = params.add(version.pathId, 'uuid');
  return `with recursive ${ORGANISATIONS}, wanted as materialized (${wantedSql(version, params, { today: day, persons: null })}),
  held as materialized (
    select distinct on (r.engagement_id) r.engagement_id, a.person_id, a.course_id as target, (r.facts ->> 'dueOn')::date as due_on
    from rule_version v
    join assignment_reason r on r.rule_version_id = v.id and r.kind = 'rule' and r.ended_at is null
    join assignment a on a.id = r.assignment_id
    where v.rule_id = ${rule}
    order by r.engagement_id, a.cycle desc
  ), enrolled as materialized (
    select n.engagement_id, n.person_id, n.path_id as target, (n.facts ->> 'dueOn')::date as due_on
    from path_enrolment n join rule_version v on v.id = n.rule_version_id where v.rule_id = ${rule} and n.state = 'open'
  ), before as materialized (select * from held union all select * from enrolled),
  effects as materialized (
    select coalesce(w.engagement_id, b.engagement_id) as engagement_id, coalesce(w.person_id, b.person_id) as person_id,
      case when b.engagement_id is null then 'gains' when w.engagement_id is null then 'loses'
        when b.target is distinct from coalesce(${course}, ${path}) or b.due_on is distinct from w.due_on then 'moves'
        else 'keeps' end as effect,
      w.due_on, b.due_on as before_on, w.policy_on as policy_due_on,
      coalesce(w.too_soon, false) and b.engagement_id is null and not coalesce(s.valid, false) as too_soon,
      coalesce(s.valid, false) as valid
    from wanted w
    full join before b on b.engagement_id = w.engagement_id
    left join lateral (
      select d.lifetime or d.valid_until >= ${day} as valid from standing_dates d
      where d.person_id = coalesce(w.person_id, b.person_id) and d.course_id = ${course} and d.ever_completed
    ) s on true
  )`;
}

/** The same effects have the same digest, and others another. */
export const DIGEST = `encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', engagement_id, effect, due_on, before_on,
  too_soon, valid), E'\\n' order by engagement_id), ''), 'UTF8')), 'hex')`;
