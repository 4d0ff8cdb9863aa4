/*
 * How people stand on a day, kept so that totals need not look at every date of everybody. It is an answer of `standing_on`
 * over `standing_dates`, for the day that it names, and of nobody whose dates changed since: those are worked out by whoever
 * reads. It can be thrown away at any time.
 */

-- A small number for each course, so that a cell is one number.
create table course_place (
  course_id uuid primary key references course,
  place int generated always as identity unique
);
insert into course_place (course_id) select id from course order by created_at, id;
create function place_course() returns trigger language plpgsql as $$
begin
  insert into course_place (course_id) values (new.id);
  return null;
end
$$;
create trigger course_place after insert on course for each row execute function place_course();

create table standing_day (
  -- No foreign key: whoever keeps days would wait for those who change people, and they for him.
  person_id uuid primary key,
  on_day date not null,
  -- What is required, see `standing_cell`.
  cells int[] not null,
  -- Places of the courses that are overdue or expired.
  late int[] not null,
  -- How many cells there are of each standing (1 to 7), and in each span (8 to 23), see `standing_cell`.
  sums int[] not null
);

-- Whose dates changed since their day was worked out; once for each change.
create table standing_touched (person_id uuid not null);

create function touch_standing() returns trigger language plpgsql as $$
begin
  insert into standing_touched (person_id) values (coalesce(new.person_id, old.person_id));
  return null;
end
$$;
create trigger standing_dates_touch after insert on standing_dates for each row when (new.required)
  execute function touch_standing();
create trigger standing_dates_touch_updated after update on standing_dates for each row
  when ((old.required or new.required) and old is distinct from new) execute function touch_standing();
create trigger standing_dates_touch_deleted after delete on standing_dates for each row when (old.required)
  execute function touch_standing();

-- What may be read as it stands, for the day that it names. The list is read once, however many it is compared with.
create view standing_kept as
select d.* from standing_day d where d.person_id not in (select t.person_id from standing_touched t);

alter function standing_on(standing_dates, date) parallel safe;

/*
 * One required course of one person as a number: the lowest three bits are the standing (1 overdue, 2 expired, 3 expiring,
 * 4 valid, 5 in progress, 6 not started, 7 exempt), the next five the span, the rest the course's place. Spans of what is late
 * go by its days: 1 up to 7, 2 up to 30, 3 up to 90, 4 more; of what is valid by the month in which it ends: 5 this month to
 * 16 in eleven months. 0 is no span.
 */
create function standing_cell(place int, standing text, due_on date, valid_until date, today date) returns int
language sql immutable parallel safe as $$
  select (place << 8) | case
    when standing in ('overdue', 'expired') then
      case
        when today - case standing when 'overdue' then due_on else valid_until end <= 7 then 8
        when today - case standing when 'overdue' then due_on else valid_until end <= 30 then 16
        when today - case standing when 'overdue' then due_on else valid_until end <= 90 then 24
        else 32
      end | case standing when 'overdue' then 1 else 2 end
    when standing in ('expiring', 'valid') then
      case
        when valid_until < (date_trunc('month', today::timestamp) + interval '12 months')::date then
          (5 + (date_part('year', valid_until) - date_part('year', today)) * 12
            + date_part('month', valid_until) - date_part('month', today))::int << 3
        else 0
      end | case standing when 'expiring' then 3 else 4 end
    when standing = 'in progress' then 5
    when standing = 'not started' then 6
    when standing = 'exempt' then 7
  end
$$;
create function cell_standing(cell int) returns text language sql immutable parallel safe as $$
  select (array['overdue', 'expired', 'expiring', 'valid', 'in progress', 'not started', 'exempt'])[cell & 7]
$$;

/** What cells of one person add up to. */
create function standing_sums(cells int[]) returns table (late int[], sums int[]) language sql immutable parallel safe rows 1 as $$
  select coalesce(array_agg(c >> 8) filter (where c & 7 <= 2), '{}'),
    array[
      count(*) filter (where c & 7 = 1), count(*) filter (where c & 7 = 2), count(*) filter (where c & 7 = 3),
      count(*) filter (where c & 7 = 4), count(*) filter (where c & 7 = 5), count(*) filter (where c & 7 = 6),
      count(*) filter (where c & 7 = 7),
      count(*) filter (where c >> 3 & 31 = 1), count(*) filter (where c >> 3 & 31 = 2), count(*) filter (where c >> 3 & 31 = 3),
      count(*) filter (where c >> 3 & 31 = 4), count(*) filter (where c >> 3 & 31 = 5), count(*) filter (where c >> 3 & 31 = 6),
      count(*) filter (where c >> 3 & 31 = 7), count(*) filter (where c >> 3 & 31 = 8), count(*) filter (where c >> 3 & 31 = 9),
      count(*) filter (where c >> 3 & 31 = 10), count(*) filter (where c >> 3 & 31 = 11), count(*) filter (where c >> 3 & 31 = 12),
      count(*) filter (where c >> 3 & 31 = 13), count(*) filter (where c >> 3 & 31 = 14), count(*) filter (where c >> 3 & 31 = 15),
      count(*) filter (where c >> 3 & 31 = 16)
    ]::int[]
  from unnest(cells) c
$$;

/** How these people stand on that day in what is required of them, from the dates; a row for each of them. */
create function standing_days_of(p_people uuid[], p_today date) returns setof standing_day language sql stable parallel safe as $$
  select p.id, p_today, k.cells, r.late, r.sums
  from unnest(p_people) p(id)
  cross join lateral (
    select coalesce(array_agg(standing_cell(s.place, s.standing, s.due_on, s.valid_until, p_today) order by s.place), '{}') as cells
    from (
      select k.place, d.due_on, d.valid_until, standing_on(d.*, p_today) as standing
      from standing_dates d join course_place k on k.course_id = d.course_id
      where d.person_id = p.id and d.required offset 0
    ) s
  ) k
  cross join lateral standing_sums(k.cells) r
$$;

/*
 * Works out the day of at most so many people whose dates changed since it was, or, if everybody is looked at, of whom it is
 * not kept; answers how many they were. One at a time does it; who comes meanwhile is told that there is nobody. What is
 * taken off the list and what is worked out are of one moment: a change that is committed later stays on the list.
 */
create function keep_standing_days(p_today date, p_everybody boolean, p_most int) returns int language plpgsql as $$
declare
  v_kept int;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('standing days', 9)) then
    return 0;
  end if;
  with gone as (
    delete from standing_touched where person_id in (select distinct person_id from standing_touched limit p_most) returning person_id
  ), missing as (
    -- Joined before days are compared: how many are of another day is what no statistics know after midnight.
    select p.id from person p left join standing_day d on d.person_id = p.id
    where p_everybody and d.on_day is distinct from p_today limit p_most
  ), kept as (
    insert into standing_day
    select * from standing_days_of(array(select person_id from gone union select id from missing), p_today)
    on conflict (person_id) do update set on_day = excluded.on_day, cells = excluded.cells, late = excluded.late, sums = excluded.sums
    returning 1
  )
  select count(*)::int into v_kept from kept;
  return v_kept;
end
$$;

-- What was completed in a month, without a look at the entries themselves. Of all entries: an index of some of them looks
-- like a small one while the record is young, and is then read whole instead of the right one.
create index ledger_entry_month_idx on ledger_entry (completed_on) include (person_id, seq, kind);
