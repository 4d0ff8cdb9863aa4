/*
 * Readers who may know of what reasons of engagements in their scope ask are given totals from what is kept of the day as well.
 * For that it is kept who asks for what: of each engagement that asks for anything required of a person, the places of the
 * courses for which it does not ask. Mostly there is one, which asks for all. It can be thrown away at any time.
 */
create table standing_asked (
  -- No foreign key, as of `standing_day`.
  person_id uuid primary key,
  -- Engagement → places that are required of the person and for which it does not ask, from small to large.
  asks jsonb not null
);

/* Who asks for what that is required of these people, from the reasons; a row for each of them. */
create function standing_asks_of(p_people uuid[]) returns setof standing_asked language sql stable parallel safe as $$
  select p.id, coalesce((
    select jsonb_object_agg(g.engagement_id, g.gaps)
    from (
      select a.engagement_id, to_jsonb(array(select unnest(n.places) except select unnest(a.places) order by 1)) as gaps
      from (
        select x.engagement_id, array_agg(x.place) as places
        from (
          select coalesce(r.engagement_id, e.engagement_id) as engagement_id, k.place
          from assignment a
          join course_place k on k.course_id = a.course_id
          join assignment_reason r on r.assignment_id = a.id and r.ended_at is null
          left join path_enrolment e on e.id = r.path_enrolment_id
          where a.person_id = p.id offset 0
        ) x
        where x.engagement_id is not null and x.place = any (n.places) group by 1
      ) a
    ) g
  ), '{}')
  from unnest(p_people) p(id)
  cross join lateral (
    select array(
      select k.place from standing_dates d join course_place k on k.course_id = d.course_id where d.person_id = p.id and d.required offset 0
    ) as places offset 0
  ) n
$$;

-- What may be read as it stands. Whose dates or reasons changed since is on the list.
create view standing_asks_kept as
select a.* from standing_asked a where a.person_id not in (select t.person_id from standing_touched t);

/* A reason that begins, ends or asks of another assignment changes who asks, also where no date changes with it. */
create function touch_asked() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into standing_touched (person_id)
    select distinct a.person_id from new_rows n join assignment a on a.id = n.assignment_id;
  elsif tg_op = 'UPDATE' then
    insert into standing_touched (person_id)
    select distinct a.person_id
    from new_rows n join old_rows o on o.id = n.id join assignment a on a.id in (n.assignment_id, o.assignment_id)
    where (n.assignment_id, n.engagement_id, n.path_enrolment_id, n.ended_at is null)
      is distinct from (o.assignment_id, o.engagement_id, o.path_enrolment_id, o.ended_at is null);
  else
    insert into standing_touched (person_id)
    select distinct a.person_id from old_rows o join assignment a on a.id = o.assignment_id;
  end if;
  return null;
end
$$;
create trigger assignment_reason_touch after insert on assignment_reason referencing new table as new_rows
  for each statement execute function touch_asked();
create trigger assignment_reason_touch_updated after update on assignment_reason referencing old table as old_rows new table as new_rows
  for each statement execute function touch_asked();
create trigger assignment_reason_touch_deleted after delete on assignment_reason referencing old table as old_rows
  for each statement execute function touch_asked();

/* The same where an assignment or what reasons hang on goes to another person or engagement. */
create function touch_people() returns trigger language plpgsql as $$
begin
  insert into standing_touched (person_id) values (old.person_id), (new.person_id);
  return null;
end
$$;
create trigger assignment_touch_moved after update of person_id on assignment for each row
  when (old.person_id is distinct from new.person_id) execute function touch_people();
create trigger path_enrolment_touch after update of engagement_id on path_enrolment for each row
  when (old.engagement_id is distinct from new.engagement_id) execute function touch_people();

/*
 * How these people stand on that day in what reasons of these engagements ask of them: of everybody of whom they ask anything,
 * what counts of `standing_day`. What is kept is read; who changed since, or is not kept for the day, is worked out here.
 */
create function standing_days_asked(p_people uuid[], p_engagements uuid[], p_today date)
returns table (person_id uuid, cells int[], late int[], sums int[]) language sql stable as $$
  with people as materialized (select distinct x.id from unnest(p_people) x(id)),
  asks as materialized (
    select p.id as person_id, k.asks from people p left join standing_asks_kept k on k.person_id = p.id
  ),
  asked as materialized (
    select x.person_id, bool_or(g.gaps = '[]') as whole, jsonb_agg(g.gaps) as gaps
    from (
      select a.person_id, a.asks from asks a where a.asks is not null
      union all
      select w.person_id, w.asks from standing_asks_of(array(select a.person_id from asks a where a.asks is null)) w
    ) x
    cross join lateral jsonb_each(x.asks) g(engagement, gaps)
    where g.engagement in (select e::text from unnest(p_engagements) e)
    group by 1
  ),
  found as materialized (
    select a.person_id, a.whole, a.gaps, k.on_day, k.cells, k.late, k.sums
    from asked a left join standing_kept k on k.person_id = a.person_id and k.on_day = p_today
  ),
  days as (
    select f.person_id, f.whole, f.gaps, f.cells, f.late, f.sums from found f where f.on_day is not null
    union all
    select w.person_id, a.whole, a.gaps, w.cells, w.late, w.sums
    from standing_days_of(array(select f.person_id from found f where f.on_day is null), p_today) w
    join asked a on a.person_id = w.person_id
  )
  select d.person_id, d.cells, d.late, d.sums from days d where d.whole
  union all
  select d.person_id, c.cells, r.late, r.sums
  from days d
  cross join lateral (
    -- What any of them asks for: no place that all of them leave out.
    select coalesce(array_agg(x.cell order by x.cell), '{}') as cells from unnest(d.cells) x(cell)
    where exists (select from jsonb_array_elements(d.gaps) g where not g @> to_jsonb(x.cell >> 8))
  ) c
  cross join lateral standing_sums(c.cells) r
  where not d.whole
$$;

/* As before, and who asks is kept with it: of those who changed, and of whom it is not kept at all. */
create or replace function keep_standing_days(p_today date, p_everybody boolean, p_most int) returns int language plpgsql as $$
declare
  v_kept int;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('standing days', 9)) then
    return 0;
  end if;
  with taken as materialized (
    select distinct person_id from standing_touched limit p_most
  ), gone as (
    -- A set, whatever statistics say of a list that is mostly empty: joined, each of many would be compared with each.
    delete from standing_touched where (person_id in (select person_id from taken)) is true returning person_id
  ), missing as (
    -- Joined before days are compared: how many are of another day is what no statistics know after midnight.
    select p.id from person p left join standing_day d on d.person_id = p.id
    where p_everybody and d.on_day is distinct from p_today limit p_most
  ), unasked as (
    select p.id from person p left join standing_asked a on a.person_id = p.id where p_everybody and a.person_id is null limit p_most
  ), kept as (
    insert into standing_day
    select * from standing_days_of(array(select person_id from gone union select id from missing), p_today)
    on conflict (person_id) do update set on_day = excluded.on_day, cells = excluded.cells, late = excluded.late, sums = excluded.sums
    returning 1
  ), asked as (
    insert into standing_asked
    select * from standing_asks_of(array(select person_id from gone union select id from unasked))
    on conflict (person_id) do update set asks = excluded.asks
    returning 1
  )
  select greatest((select count(*) from kept), (select count(*) from asked))::int into v_kept;
  return v_kept;
end
$$;
