-- Bringing in long files takes less of the database.

-- The place of the file's column from which the rows have their keys; null where they have none.
alter table import add column keyed_by int;

-- What became of a row is written last and stands in no index: with room on its page no index has to hear of it.
alter table import_row set (fillfactor = 50);
-- Nobody looks rows up by these, and they are most of what there is to gather statistics of.
alter table import_row alter column cells set statistics 0, alter column about set statistics 0, alter column messages set statistics 0,
  alter column diff set statistics 0, alter column likely set statistics 0, alter column plan set statistics 0,
  alter column note set statistics 0;

-- What changes is kept as [column, before, after]: names said once more for each were half of what a row writes.
update import_row r set diff = (
  select jsonb_agg(jsonb_build_array(d.said -> 'column', d.said -> 'before', d.said -> 'after') order by d.place)
  from jsonb_array_elements(r.diff) with ordinality d(said, place))
where r.diff <> '[]';

/*
 * As before, but the engagement of a grant is looked up by itself: a plan that was made while there were few engagements, and is
 * kept, went through all of them.
 */
create or replace function holds_role(actor uuid, roles text[], today date) returns boolean language sql stable as $$
  select exists (
    select from role_grant g
    where g.person_id = actor and g.role = any (roles)
      and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
      and (g.engagement_id is null
        or coalesce((select e.ends_on is null or e.ends_on >= today from engagement e where e.id = g.engagement_id), true))
  )
$$;

create or replace function organisations_filled_by(actor uuid, today date) returns setof uuid language sql stable as $$
  select o.id from organisation o where holds_role(actor, '{people-team}', today)
  union
  select b.id
  from role_grant g
  cross join lateral organisation_and_below(g.organisation_id) b(id)
  where g.person_id = actor and g.role = 'coordinator'
    and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
    and (g.engagement_id is null
      or coalesce((select e.ends_on is null or e.ends_on >= today from engagement e where e.id = g.engagement_id), true))
$$;

/* As before, but each row looks by itself for those who come into question: a plan for all of them went through everybody. */
create or replace function who_are_these(p_rows jsonb, p_least real) returns table (n int, organisation_id uuid, person_id uuid, sure boolean, likeness real)
language sql stable as $$
  with given as materialized (
    select g.n, nullif(btrim(g.organisation), '') as organisation, nullif(lower(g.number), '') as number, nullif(lower(g.email), '') as email,
      phone_to_compare(g.phone) as phone, nullif(lower(g.name), '') as name, lower(g.given) as given, lower(g.family) as family
    from jsonb_to_recordset(p_rows) g(n int, organisation text, number text, email text, phone text, name text, given text, family text)
  ), named as materialized (
    select d.organisation, organisation_named(d.organisation) as id from (select distinct organisation from given where organisation is not null) d
  ), placed as materialized (
    select g.*, o.id as organisation_id from given g left join named o on o.organisation = g.organisation
  ), found as (
    select g.n, who_is(e.person_id) as person_id, true as sure
    from placed g
    cross join lateral (
      select x.person_id from engagement x where x.organisation_id = g.organisation_id and lower(x.employee_number) = g.number offset 0) e
    where g.number is not null
    union
    select g.n, who_is(p.id), false
    from placed g cross join lateral (select x.id from person x where lower(x.contact_email) = g.email offset 0) p
    where g.email is not null
    union
    select g.n, who_is(e.person_id), false
    from placed g cross join lateral (select x.person_id from engagement x where lower(x.work_email) = g.email offset 0) e
    where g.email is not null
    union
    select g.n, who_is(p.id), false
    from placed g
    cross join lateral (select x.id from person x where x.phone is not null and phone_to_compare(x.phone) = g.phone offset 0) p
    where g.phone is not null
    union
    select g.n, who_is(p.id), false
    from placed g
    cross join lateral (
      select x.id from person x where lower(x.family_name) = g.family and lower(x.given_name) = g.given
        and exists (select from engagement e where e.person_id = x.id and e.organisation_id = g.organisation_id) offset 0) p
    where g.family is not null and g.organisation_id is not null
  ), alike as (
    select f.n, f.person_id, bool_or(f.sure) as sure,
      max(greatest(similarity(name_to_compare(p.whole), g.name),
        similarity(lower(coalesce((p.whole).known_as, (p.whole).given_name) || ' ' || (p.whole).family_name), g.name))) as likeness
    from found f join given g on g.n = f.n
    cross join lateral (select x as whole from person x where x.id = f.person_id and x.erased_at is null offset 0) p
    group by f.n, f.person_id
  )
  select g.n, g.organisation_id, a.person_id, a.sure, a.likeness
  from placed g
  left join alike a on a.n = g.n and (a.sure or a.likeness >= p_least)
$$;

/* As before, but what rows came to is looked at once for all rows that came to the same. */
create or replace function import_counts(p_import uuid) returns json language sql stable as $$
  select json_build_object(
    'new', coalesce(sum(n) filter (where outcome = 'new'), 0),
    'change', coalesce(sum(n) filter (where outcome = 'change'), 0),
    'same', coalesce(sum(n) filter (where outcome = 'same'), 0),
    'unsure', coalesce(sum(n) filter (where outcome = 'unsure'), 0),
    'faulty', coalesce(sum(n) filter (where outcome = 'faulty'), 0),
    'leaving', coalesce(sum(n) filter (where outcome = 'leaving'), 0),
    'chosen', coalesce(sum(n) filter (where selected and outcome in ('new', 'change', 'leaving') and result is null), 0),
    'chosenLeaving', coalesce(sum(n) filter (where selected and outcome = 'leaving' and result is null), 0),
    'applied', coalesce(sum(n) filter (where result = 'applied'), 0),
    'failed', coalesce(sum(n) filter (where result = 'failed'), 0))
  from (
    select outcome, selected, result, count(*)::int as n from import_row where import_id = p_import group by outcome, selected, result
  ) counted
$$;
