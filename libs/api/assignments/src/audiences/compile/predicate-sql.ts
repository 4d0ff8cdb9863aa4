import type { AudienceCondition, AudiencePredicate } from '@lms/domain';
import type { Params } from './params.js';

/**
 * Organisations with their kind and with themselves and those above them as `ids`: what a predicate reads as `o`. It goes
 * into a "with recursive".
 */
export const ORGANISATIONS = `
  up(id, above) as (
    select id, id from organisation
    union
    select up.id, o.parent_id from up join organisation o on o.id = up.above where o.parent_id is not null
  ), org as materialized (
    select o.id, o.kind, o.short_name, array_agg(up.above order by up.above) as ids
    from up join organisation o on o.id = up.id group by o.id
  )`;

/** Not over yet on a day: begun or planned. */
export const live = (today: string): string => `(e.ends_on is null or e.ends_on >= ${today})`;

/**
 * The domain's `matches` over the rows `e` (engagement) and `o` (of {@link ORGANISATIONS}), never null. `today` is the
 * place of a date. Nothing that a client sent stands in the text.
 */
export function predicateSql(predicate: AudiencePredicate, params: Params, today: string): string {
  switch (predicate.is) {
    case 'all':
    case 'any': {
      if (predicate.of.length === 0) return predicate.is === 'all' ? 'true' : 'false';
      const parts = predicate.of.map((one) => predicateSql(one, params, today));
      return `(${parts.join(predicate.is === 'all' ? ' and ' : ' or ')})`;
    }
    case 'not':
      return `not ${predicateSql(predicate.of, params, today)}`;
    default:
      return `(${conditionSql(predicate, params, today)})`;
  }
}

function conditionSql(condition: AudienceCondition, params: Params, today: string): string {
  switch (condition.is) {
    case 'organisation-kind':
      return `o.kind = any (${params.add(condition.in, 'text[]')})`;
    case 'organisation': {
      const ids = params.add(condition.in, 'uuid[]');
      return condition.tiers ? `o.ids && ${ids}` : `e.organisation_id = any (${ids})`;
    }
    case 'scheme':
      return `e.scheme_ids && ${params.add(condition.in, 'uuid[]')}`;
    case 'job-role':
      return `lower(e.job_role) = any (${params.add(
        condition.in.map((role) => role.toLowerCase()),
        'text[]',
      )})`;
    case 'group':
      return `e.employment_group = any (${params.add(condition.in, 'text[]')})`;
    case 'tag':
      return `e.tags && ${params.add(condition.in, 'text[]')}`;
    case 'started':
      return between('e.starts_on', params, 'date', condition.from, condition.until);
    case 'days-since-start':
      return between(`(${today} - e.starts_on)`, params, 'int', condition.atLeast, condition.atMost);
    case 'holds':
      return heldSql(params.add(condition.courseId, 'uuid'), today);
    case 'lacks':
      return `not ${heldSql(params.add(condition.courseId, 'uuid'), today)}`;
    case 'reports-to':
      // Whoever was meant may have become one with another entry since.
      return `e.id in (select engagements_under(who_is(${params.add(condition.personId, 'uuid')}), ${today}))`;
  }
}

function between(value: string, params: Params, type: string, least: unknown, most: unknown): string {
  const parts = [
    ...(least === null ? [] : [`${value} >= ${params.add(least, type)}`]),
    ...(most === null ? [] : [`${value} <= ${params.add(most, type)}`]),
  ];
  return parts.length === 0 ? 'true' : parts.join(' and ');
}

const heldSql = (course: string, today: string): string => `exists (
  select from standing_dates s where s.person_id = e.person_id and s.course_id = ${course}
    and s.ever_completed and (s.lifetime or s.valid_until >= ${today}))`;
