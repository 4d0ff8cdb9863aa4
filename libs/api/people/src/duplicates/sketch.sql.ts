/** An entry in one line, as {@link PersonSketch}. Takes the name of a person row. */
export const sketchJson = (p: string): string => `(
  select json_build_object('id', ${p}.id, 'name', concat_ws(' ', ${p}.given_name, ${p}.family_name),
    'organisationName', o.name, 'jobRole', e.job_role, 'employeeNumber', e.employee_number,
    'contactEmail', ${p}.contact_email, 'phone', ${p}.phone, 'addedOn', (${p}.created_at at time zone 'Europe/London')::date)
  from (select 1) nothing
  left join lateral (
    select x.* from engagement x where x.person_id = ${p}.id order by x.ends_on desc nulls first, x.starts_on desc, x.id limit 1
  ) e on true
  left join organisation o on o.id = e.organisation_id)`;
