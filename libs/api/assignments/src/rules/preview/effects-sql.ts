import { maxDate } from '@lms/domain';
import type { Params } from '../../audiences/compile/params.js';
import { ORGANISATIONS } from '../../audiences/compile/predicate-sql.js';
import type { EngineVersion } from '../engine/rule-in-force.js';
import { PATH_DAY, wantedSql } from '../engine/wanted-sql.js';

/** Applied ahead of its first day, a version is looked at as of that day. */
export const previewDay = ({ effectiveOn }: EngineVersion, today: string): string =>
  maxDate(effectiveOn, today) ?? today;

/**
 * What applying a version would do to each engagement, as `effects`: what it wants beside what earlier versions of its rule
 * give now. `valid`: the course is held already. Of a path the date is the day from which it counts; who is on it already,
 * for whatever reason, stays on it as it is.
 */
export function effectsSql(version: EngineVersion, params: Params, today: string): string {
  const day = params.add(previewDay(version, today), 'date');
  const rule = params.add(version.ruleId, 'uuid');
  const target = params.add(version.courseId ?? version.pathId, 'uuid');
  return `with recursive ${ORGANISATIONS}, wanted as materialized (${wantedSql(version, params, { today: day, persons: null })}),
  held as materialized (
    select distinct on (r.engagement_id) r.engagement_id, a.person_id, a.course_id as target, (r.facts ->> 'dueOn')::date as due_on
    from rule_version v
    join assignment_reason r on r.rule_version_id = v.id and r.kind = 'rule' and r.ended_at is null
    join assignment a on a.id = r.assignment_id
    where v.rule_id = ${rule}
    order by r.engagement_id, a.cycle desc
  ), enrolled as materialized (
    select distinct on (n.engagement_id) n.engagement_id, n.person_id, n.path_id as target, n.anchor_on as due_on
    from path_enrolment n left join rule_version v on v.id = n.rule_version_id
    where n.state = 'open' and (v.rule_id = ${rule}
      or (n.path_id = ${target} and n.engagement_id in (select engagement_id from wanted)))
    order by n.engagement_id, (n.path_id = ${target}) desc
  ), before as materialized (select * from held union all select * from enrolled),
  effects as materialized (
    select coalesce(w.engagement_id, b.engagement_id) as engagement_id, coalesce(w.person_id, b.person_id) as person_id,
      case when b.engagement_id is null then 'gains' when w.engagement_id is null then 'loses' when d.moves then 'moves'
        else 'keeps' end as effect,
      d.due_on, b.due_on as before_on, w.policy_on as policy_due_on,
      coalesce(w.too_soon, false) and not s.valid and (b.engagement_id is null or d.moves) as too_soon, s.valid
    from wanted w
    full join before b on b.engagement_id = w.engagement_id
    cross join lateral (
      select coalesce((
        select h.lifetime or h.valid_until >= ${day} from standing_dates h
        where h.person_id = coalesce(w.person_id, b.person_id) and h.course_id = ${target} and h.ever_completed), false) as valid
    ) s
    cross join lateral (select ${dueOnSql(version)} as due_on) x
    cross join lateral (
      select case when w.path_id is not null and b.target = ${target} then b.due_on else x.due_on end as due_on
    ) y
    cross join lateral (
      select y.due_on, b.target is distinct from ${target} or (b.due_on is distinct from y.due_on and not s.valid) as moves
    ) d
  )`;
}

/** By when somebody has it whom the version gives it anew; of a path its day 0, as `enrolByRules` has it. */
function dueOnSql({ pathId, pathKind }: EngineVersion): string {
  if (pathId === null) return 'w.due_on';
  if (pathKind !== 'onboarding' && pathKind !== 'offboarding') return PATH_DAY;
  return `(select path_anchor('${pathKind}', e.starts_on, e.ends_on) from engagement e where e.id = w.engagement_id)`;
}

/** The same effects have the same digest, and others another. */
export const DIGEST = `encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', engagement_id, effect, due_on, before_on,
  too_soon, valid), E'\\n' order by engagement_id), ''), 'UTF8')), 'hex')`;
