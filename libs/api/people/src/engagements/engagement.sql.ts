import { nameSql } from '../shared/sql-text.js';

/** The contract's engagement as JSON, of the rows called `e` (engagement) and `o` (its organisation). */
export const ENGAGEMENT_JSON = `json_build_object(
  'id', e.id, 'version', e.version, 'organisationId', e.organisation_id, 'organisationName', o.name,
  'employeeNumber', e.employee_number, 'jobRole', e.job_role, 'employmentGroup', e.employment_group,
  'schemes', coalesce((
    select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id)
    from scheme s where s.id = any (e.scheme_ids)), '[]'),
  'tags', e.tags,
  'lineManagerId', e.line_manager_id, 'lineManagerName', ${nameSql('e.line_manager_id')},
  'workEmail', e.work_email, 'startsOn', e.starts_on, 'endsOn', e.ends_on)`;
