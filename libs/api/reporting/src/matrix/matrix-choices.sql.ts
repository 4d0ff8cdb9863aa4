/**
 * What the filters of the matrix offer: of the engagements of today that the reader sees. An organisation
 * above others is offered to whoever sees all of them. $1 today, $2 who asks, $3 whether they see everybody.
 */
export const MATRIX_CHOICES = `
  with recursive seen as materialized (
    select e.organisation_id, e.scheme_ids, e.job_role from engagement e
    where e.id in (select engagements_in_scope($2, $1)) and e.starts_on <= $1 and (e.ends_on is null or e.ends_on >= $1)
  ),
  organisations(id) as (
    select distinct organisation_id from seen
    union
    select o.parent_id from organisation o join organisations n on n.id = o.id where $3::boolean and o.parent_id is not null
  )
  select json_build_object(
    'organisations', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'tier', coalesce(organisation_tier(o.id), 0))
      order by lower(o.name), o.id), '[]')
      from organisation o where o.id in (select id from organisations)),
    'schemes', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by lower(s.name), s.id), '[]')
      from scheme s where s.id in (select unnest(scheme_ids) from seen)),
    'jobRoles', (select coalesce(json_agg(r.job_role order by lower(r.job_role)), '[]')
      from (select min(job_role) as job_role from seen group by lower(job_role)) r)
  )::text as answer`;
