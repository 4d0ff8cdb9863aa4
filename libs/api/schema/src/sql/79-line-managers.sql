-- Who manages whom goes by the employment through which they do, so that no employer is told of another's people.

/*
 * Whether somebody worked for an organisation and works there no more. Who never worked there has not left: a manager may be of
 * another organisation than the people who report to them.
 */
create function has_left(p_person uuid, p_organisation uuid, today date) returns boolean language sql stable parallel safe as $$
  select coalesce((
    select not bool_or(x.ends_on is null or x.ends_on >= today) from engagement x
    where x.person_id = p_person and x.organisation_id = p_organisation), false)
$$;

/*
 * The engagements that report to somebody, directly or through others: the one definition. A manager who has left the
 * organisation manages nobody there. Whoever stands between manages the people of an organisation where they work through that
 * employment, so that their manager elsewhere does not; people of an organisation where they do not work, through any. A function
 * of its own with a plan of its own: written into every statement that asks who sees whom, it was planned with each of them.
 */
create function reports_under(manager uuid, today date) returns table (engagement_id uuid, person_id uuid)
language plpgsql stable parallel safe rows 50 as $$
begin
  return query with recursive reports(id, person_id, organisation_id) as (
    select e.id, e.person_id, e.organisation_id from engagement e
    where e.line_manager_id = manager and (e.ends_on is null or e.ends_on >= today)
      and not has_left(manager, e.organisation_id, today)
    union
    -- Looked up manager by manager: how many they are no plan can know, and it would go through everybody.
    select e.id, e.person_id, e.organisation_id from reports r cross join lateral (
      select x.id, x.person_id, x.organisation_id from engagement x
      where x.line_manager_id = r.person_id and (x.ends_on is null or x.ends_on >= today) offset 0
    ) e
    where e.organisation_id = r.organisation_id
      or (select count(*) from engagement x where x.person_id = r.person_id and x.organisation_id = e.organisation_id) = 0
  )
  select r.id, r.person_id from reports r;
end
$$;

-- The same from below: the line managers above an engagement. A test holds the two together.
create function managers_over(p_engagement uuid, today date) returns setof uuid language sql stable parallel safe rows 5 as $$
  with recursive line(organisation_id, manager) as (
    select e.organisation_id, e.line_manager_id from engagement e where e.id = p_engagement and e.line_manager_id is not null
    union
    select f.organisation_id, f.line_manager_id from line l cross join lateral (
      select x.organisation_id, x.line_manager_id from engagement x
      where x.person_id = l.manager and x.line_manager_id is not null and (x.ends_on is null or x.ends_on >= today) offset 0
    ) f
    where f.organisation_id = l.organisation_id
      or (select count(*) from engagement x where x.person_id = l.manager and x.organisation_id = l.organisation_id) = 0
  )
  select distinct manager from line where not has_left(manager, organisation_id, today)
$$;

create or replace function reports_of(manager uuid, today date) returns setof uuid language sql stable rows 50 as $$
  select distinct person_id from reports_under(manager, today)
$$;

create or replace function managers_of(p_person uuid, today date) returns setof uuid language sql stable rows 5 as $$
  select distinct m.id from engagement e cross join lateral managers_over(e.id, today) m(id)
  where e.person_id = p_person and (e.ends_on is null or e.ends_on >= today)
$$;

create or replace function manages_engagement(actor uuid, engagement uuid, today date) returns boolean language sql stable as $$
  select exists (select from managers_over(engagement, today) m(id) where m.id = actor)
$$;

create or replace function people_in_scope(actor uuid, today date) returns setof uuid language sql stable rows 2000 as $$
  with recursive
  powers as materialized (
    select g.role, g.organisation_id
    from role_grant g
    left join engagement e on e.id = g.engagement_id
    where g.person_id = actor
      and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
      and (e.id is null or e.ends_on is null or e.ends_on >= today)
  ),
  organisations(id) as (
    select organisation_id from powers where role = 'coordinator'
    union
    select o.id from organisation o join organisations s on o.parent_id = s.id
  )
  select actor
  union
  select p.id from person p where exists (select from powers where role in ('people-team', 'auditor'))
    and not exists (select from person_alias a where a.person_id = p.id) and p.erased_at is null
  union
  select person_id from reports_under(actor, today)
  union
  select e.person_id from engagement e
  where e.organisation_id in (select id from organisations) and (e.ends_on is null or e.ends_on >= today)
$$;

create or replace function engagements_in_scope(actor uuid, today date) returns setof uuid language sql stable rows 2000 as $$
  with recursive
  powers as materialized (
    select g.role, g.organisation_id
    from role_grant g
    left join engagement e on e.id = g.engagement_id
    where g.person_id = actor
      and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
      and (e.id is null or e.ends_on is null or e.ends_on >= today)
  ),
  organisations(id) as (
    select organisation_id from powers where role = 'coordinator'
    union
    select o.id from organisation o join organisations s on o.parent_id = s.id
  )
  select e.id from engagement e where e.person_id = actor
  union
  select e.id from engagement e where exists (select from powers where role in ('people-team', 'auditor'))
  union
  select engagement_id from reports_under(actor, today)
  union
  select e.id from engagement e
  where e.organisation_id in (select id from organisations) and (e.ends_on is null or e.ends_on >= today)
$$;

create or replace function seen_engagements(actor uuid, person uuid, today date) returns setof uuid language sql stable as $$
  select e.id
  from engagement e
  where e.person_id = person and (e.ends_on is null or e.ends_on >= today)
    and (
      manages_engagement(actor, e.id, today)
      or exists (
        select from role_grant g
        left join engagement own on own.id = g.engagement_id
        cross join lateral organisation_and_below(g.organisation_id) o(id)
        where g.person_id = actor and g.role = 'coordinator' and o.id = e.organisation_id
          and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
          and (own.id is null or own.ends_on is null or own.ends_on >= today)
      )
    )
$$;

create or replace function may_see_fact(actor uuid, person uuid, recorded_on date, today date) returns boolean language sql stable as $$
  select actor = person or holds_role(actor, '{people-team,auditor}', today) or exists (
    select from seen_engagements(actor, person, today) s(id) join engagement e on e.id = s.id where e.starts_on <= recorded_on
  )
$$;

-- Who reminds whom: a manager who has left is not told of people there.
do $$
declare
  v_was text := pg_get_functiondef('leads_on(date)'::regprocedure);
  v_is text := replace(v_was, 'left join reach m on m.person_id = e.line_manager_id',
    'left join reach m on m.person_id = e.line_manager_id and not has_left(m.person_id, e.organisation_id, today)');
begin
  if v_is = v_was then raise exception 'leads_on is not as it was'; end if;
  execute v_is;
  v_was := pg_get_functiondef('sign_offs_to_decide(date)'::regprocedure);
  v_is := replace(v_was, 'and e.line_manager_id is not null',
    'and e.line_manager_id is not null and not has_left(e.line_manager_id, e.organisation_id, today)');
  if v_is = v_was then raise exception 'sign_offs_to_decide is not as it was'; end if;
  execute v_is;
end
$$;
