/**
 * Organisations as somebody sees them: all of them for who reads people, otherwise those in which somebody in scope is
 * engaged. $1 who asks, $2 today, $3 whether they see all. How many people: those in scope with a spell that is not over.
 */
export const ORGANISATIONS = `
  with seen as materialized (
    select e.organisation_id as id, count(distinct e.person_id)::int as people
    from engagement e join people_in_scope($1, $2) s(id) on s.id = e.person_id
    where e.ends_on is null or e.ends_on >= $2
    group by e.organisation_id
  )
  select o.id, o.version, o.kind, o.name, o.short_name as "shortName", o.parent_id as "parentId", p.name as "parentName",
    organisation_tier(o.id) as tier, o.sponsor_id as "sponsorId", s.short_name as "sponsorName", coalesce(n.people, 0) as people
  from organisation o
  left join organisation p on p.id = o.parent_id
  left join organisation s on s.id = o.sponsor_id
  left join seen n on n.id = o.id
  where ($3::boolean or n.id is not null)`;
