-- Who and what the rows of a file mean.

create index organisation_short_name_idx on organisation (lower(short_name));
create index engagement_compare_work_email_idx on engagement (lower(work_email)) where work_email is not null;

-- By its name, else by its short name where only one has it; however it is spaced and in capitals or not.
create function organisation_named(p_name text) returns uuid language sql stable as $$
  select coalesce(
    (select o.id from organisation o where lower(o.name) = lower(regexp_replace(btrim(p_name), '\s+', ' ', 'g'))),
    (select case when count(*) = 1 then (array_agg(o.id))[1] end from organisation o
      where lower(o.short_name) = lower(regexp_replace(btrim(p_name), '\s+', ' ', 'g'))))
$$;

/*
 * `who_is_this` of many, and everybody who comes into question: by the number that an organisation gave (`sure`), else by an
 * address or a telephone together with a name that is at least that much alike. Each row is {n, organisation, number, email,
 * phone, name}, and for namesakes at the same organisation {given, family}; one answer for each person, or one with nobody.
 */
create function who_are_these(p_rows jsonb, p_least real) returns table (n int, organisation_id uuid, person_id uuid, sure boolean, likeness real)
language sql stable as $$
  with given as materialized (
    select g.n, nullif(btrim(g.organisation), '') as organisation, nullif(lower(g.number), '') as number, nullif(lower(g.email), '') as email,
      phone_to_compare(g.phone) as phone, nullif(lower(g.name), '') as name, lower(g.given) as given, lower(g.family) as family
    from jsonb_to_recordset(p_rows) g(n int, organisation text, number text, email text, phone text, name text, given text, family text)
  ), named as materialized (
    select d.organisation, organisation_named(d.organisation) as id from (select distinct organisation from given where organisation is not null) d
  ), found as (
    select g.n, who_is(e.person_id) as person_id, true as sure
    from given g join named o on o.organisation = g.organisation
    join engagement e on e.organisation_id = o.id and lower(e.employee_number) = g.number
    union
    select g.n, who_is(p.id), false from given g join person p on lower(p.contact_email) = g.email
    union
    select g.n, who_is(e.person_id), false from given g join engagement e on lower(e.work_email) = g.email
    union
    select g.n, who_is(p.id), false from given g join person p on p.phone is not null and phone_to_compare(p.phone) = g.phone
    union
    select g.n, who_is(p.id), false
    from given g join named o on o.organisation = g.organisation
    join person p on lower(p.family_name) = g.family and lower(p.given_name) = g.given
    join engagement e on e.person_id = p.id and e.organisation_id = o.id
  ), alike as (
    select f.n, f.person_id, bool_or(f.sure) as sure,
      max(greatest(similarity(name_to_compare(p), g.name),
        similarity(lower(coalesce(p.known_as, p.given_name) || ' ' || p.family_name), g.name))) as likeness
    from found f join given g on g.n = f.n join person p on p.id = f.person_id and p.erased_at is null
    group by f.n, f.person_id
  )
  select g.n, o.id, a.person_id, a.sure, a.likeness
  from given g
  left join named o on o.organisation = g.organisation
  left join alike a on a.n = g.n and (a.sure or a.likeness >= p_least)
$$;

/*
 * Appends earlier completions, in the order of their days: an early renewal finds what it renews, also in the same file. Each
 * row is {n, personId, courseId, versionId, completedOn, expiresOn, sourceId, private}; without a last day the course says how
 * long. Answers the numbers in the chains, null for what was on the record already.
 */
create function append_imported(p_rows jsonb, p_at timestamptz) returns table (n int, seq int) language plpgsql as $$
declare
  r record;
begin
  for r in
    select * from jsonb_to_recordset(p_rows)
      g(n int, "personId" uuid, "courseId" uuid, "versionId" uuid, "completedOn" date, "expiresOn" date, "sourceId" uuid, private jsonb)
    order by g."personId", g."completedOn", g.n
  loop
    n := r.n;
    seq := append_completion(r."personId", r."courseId", r."versionId", r."completedOn",
      coalesce(r."expiresOn", version_counts_until(r."versionId", r."personId", r."completedOn")), 'import', r."sourceId", r.private, p_at);
    if seq is not null then
      insert into outbox_event (at, type, person_id, payload)
        values (p_at, 'course.completed', who_is(r."personId"), jsonb_build_object('courseId', r."courseId"));
    end if;
    return next;
  end loop;
end
$$;

-- Where somebody may bring in people: the People Team everywhere, coordinators in their organisation and the tiers below it.
create function organisations_filled_by(actor uuid, today date) returns setof uuid language sql stable as $$
  select o.id from organisation o where holds_role(actor, '{people-team}', today)
  union
  select b.id
  from role_grant g
  left join engagement e on e.id = g.engagement_id
  cross join lateral organisation_and_below(g.organisation_id) b(id)
  where g.person_id = actor and g.role = 'coordinator'
    and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
    and (e.id is null or e.ends_on is null or e.ends_on >= today)
$$;
