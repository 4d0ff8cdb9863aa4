import { liveSql, nameSql } from '../shared/sql-text.js';

/** $1 the organisation. */
export const ORGANISATION = `
  select o.id, o.name, o.kind, organisation_tier(o.id) as tier,
    (select a.name from organisation a where a.id = o.parent_id) as "parentName"
  from organisation o where o.id = $1`;

/** The tier of a new one, and the name of what stands above it, $1. */
export const ABOVE = `
  select o.name, organisation_tier(o.id) as tier from organisation o where o.id = $1`;

/** Those whose name is nearly that of the new one, the likeliest first. $1 name, $2 short name. */
export const ALIKE = `
  select o.id, o.name, (select a.name from organisation a where a.id = o.parent_id) as "parentName"
  from organisation o
  cross join lateral (
    select greatest(similarity(lower(o.name), lower($1)), similarity(lower(o.short_name), lower($2))) as likeness
  ) x
  where x.likeness >= 0.5 order by x.likeness desc, lower(o.name) limit 5`;

/** $1 person, $2 organisation, $3 today. Nothing for a merged or erased entry. */
export const COORDINATOR = `
  select p.id as "personId", ${nameSql('p.id')} as name, mailbox_of(p.id, $3) as address,
    exists (select from password w where w.person_id = any (persons_as(p.id)) and w.pin_until is null) as "hasPassword",
    exists (select from engagement e where e.person_id = p.id)
      and not exists (select from engagement e where e.person_id = p.id and ${liveSql('e', '$3')}) as "hasLeft",
    exists (
      select from role_grant g where g.person_id = p.id and g.role = 'coordinator' and g.organisation_id = $2
        and (g.ends_on is null or g.ends_on >= $3)
    ) as holds
  from person p
  where p.id = $1 and p.erased_at is null and not exists (select from person_alias a where a.person_id = p.id)`;

/** The next number of those that coordinators get where none is known. $1 organisation. */
export const NEXT_NUMBER = `
  select 'C' || (coalesce(max((substring(e.employee_number from '^C([0-9]{1,6})$'))::int), 0) + 1) as number
  from engagement e where e.organisation_id = $1`;
