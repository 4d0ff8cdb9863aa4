import { instantSql, liveSql, nameSql } from '../shared/sql-text.js';

/** Days before an end at which it is near, and without a sign-in after which a role is not used. */
export const SOON_DAYS = 30;
export const UNUSED_DAYS = 90;

/**
 * Every role with what a reviewer asks of it. A role of an engagement that is over is over with it; who has left keeps the
 * others, which would count again. One that was withdrawn before it began is over too. $1 is today.
 */
const GRANTS = `
  select g.id, g.person_id as "personId", concat_ws(' ', p.given_name, p.family_name) as "personName",
    l.gone as "hasLeft", g.role, g.organisation_id as "organisationId", o.name as "organisationName",
    g.starts_on::text as "startsOn", least(g.ends_on, e.ends_on)::text as "endsOn",
    ${nameSql('g.granted_by')} as "givenByName", ${instantSql('g.created_at')} as "givenAt",
    ${instantSql('s.began')} as "lastSignInAt",
    case when least(g.ends_on, e.ends_on) < greatest(g.starts_on, $1) then 'over' when g.starts_on > $1 then 'planned' else 'current' end as status,
    coalesce(least(g.ends_on, e.ends_on) between $1 and $1::date + ${SOON_DAYS}, false) as "endsSoon",
    g.starts_on <= $1 and coalesce(s.used::date, greatest(g.starts_on, g.created_at::date)) <= $1::date - ${UNUSED_DAYS} as unused,
    exists (
      select from role_grant n where n.person_id = g.person_id and n.role = g.role and n.id <> g.id
        and n.organisation_id is not distinct from g.organisation_id
        and n.starts_on <= g.ends_on + 1 and (n.ends_on is null or n.ends_on > g.ends_on)) as renewed,
    array_position('{people-team,administrator,author,trainer,coordinator,auditor}', g.role) as place,
    lower(p.family_name) as family, lower(p.given_name) as given
  from role_grant g
  join person p on p.id = g.person_id and p.erased_at is null
  left join organisation o on o.id = g.organisation_id
  left join engagement e on e.id = g.engagement_id
  cross join lateral (
    select exists (select from engagement x where x.person_id = p.id)
      and not exists (select from engagement x where x.person_id = p.id and ${liveSql('x', '$1')}) as gone
  ) l
  cross join lateral (
    select max(t.created_at) as began, max(t.last_used_at) as used from session t where t.person_id = any (persons_as(p.id))
  ) s`;

/** What of it is shown. */
const SHOWN = `case $2
  when 'live' then r.status <> 'over' when 'over' then r.status = 'over'
  when 'ends-soon' then r.status <> 'over' and r."endsSoon" and not r.renewed
  else r.status <> 'over' and r.unused end`;

/**
 * $3 role, $4 organisation, $5 patterns that must all be in the name, $6 sorted by, $7 to $11 the last row before this
 * page, $12 rows.
 */
export const LIST_GRANTS = `
  with r as (${GRANTS})
  select r.*, k.key from r
  cross join lateral (
    select case $6 when 'role' then r.place::text when 'organisation' then lower(coalesce(r."organisationName", '')) else '' end as key
  ) k
  where ${SHOWN} and ($3::text is null or r.role = $3) and ($4::uuid is null or r."organisationId" = $4)
    and ($5::text[] is null or r."personName" ilike all ($5))
    and (k.key, r.family, r.given, r."personId", r.id) > ($7::text, $8::text, $9::text, $10::uuid, $11::uuid)
  order by k.key, r.family, r.given, r."personId", r.id
  limit $12`;

export const COUNT_GRANTS = `
  with r as (${GRANTS})
  select count(*) filter (where r.status <> 'over')::int as live,
    count(*) filter (where r.status <> 'over' and r."endsSoon" and not r.renewed)::int as "endsSoon",
    count(*) filter (where r.status <> 'over' and r.unused)::int as unused,
    count(*) filter (where r.status = 'over')::int as over
  from r`;
