import type { AudiencePredicate } from '@lms/domain';
import type { Params } from './params.js';
import { live, predicateSql } from './predicate-sql.js';

/** Everybody whom a predicate holds, once, by the engagement that began first; beside `ORGANISATIONS`. */
export const whomSql = (predicate: AudiencePredicate, params: Params, today: string): string => `
  select distinct on (e.person_id) e.person_id, e.job_role, o.short_name
  from engagement e join org o on o.id = e.organisation_id
  where ${live(today)} and ${predicateSql(predicate, params, today)}
  order by e.person_id, e.starts_on`;

/** The contract's words for a row `h` of them and its person `p`. */
export const NAMED_SQL = `json_build_object('personId', h.person_id, 'name', concat_ws(' ', p.given_name, p.family_name),
  'jobRole', h.job_role, 'organisationName', h.short_name)`;
