/*
 * What is kept of the day tells what is soon too: how many things have the day that matters within thirty days. A crew is
 * added up from it like every other total.
 */

drop function standing_cell(int, text, date, date, date);

/*
 * One required course of one person as a number: the lowest three bits are the standing (1 overdue, 2 expired, 3 expiring,
 * 4 valid, 5 in progress, 6 not started, 7 exempt), the next five the span, the rest the course's place. The day is the one
 * that matters for the standing: by when it is due, until when it is valid or exempt. Spans of what is late go by its days:
 * 1 up to 7, 2 up to 30, 3 up to 90, 4 more; of what is valid by the month in which it ends: 5 this month to 16 in eleven
 * months, and, where it ends within thirty days, 17 to 19 instead of 5 to 7. 20 is the day of anything else within thirty
 * days, and 0 is no span.
 */
create function standing_cell(place int, standing text, day date, today date) returns int
language sql immutable parallel safe as $$
  select (place << 8) | case
    when standing in ('overdue', 'expired') then
      case when today - day <= 7 then 8 when today - day <= 30 then 16 when today - day <= 90 then 24 else 32 end
      | case standing when 'overdue' then 1 else 2 end
    when standing in ('expiring', 'valid') then
      case
        when day < (date_trunc('month', today::timestamp) + interval '12 months')::date then
          (5 + (date_part('year', day) - date_part('year', today)) * 12 + date_part('month', day) - date_part('month', today)
            + case when day between today and today + 30 then 12 else 0 end)::int << 3
        else 0
      end | case standing when 'expiring' then 3 else 4 end
    else
      case when day between today and today + 30 then 160 else 0 end
      | case standing when 'in progress' then 5 when 'not started' then 6 when 'exempt' then 7 end
  end
$$;

/*
 * What cells of one person add up to: places of what is late; and how many there are of each standing (1 to 7), in each span
 * of what is late (8 to 11), of what ends in each month (12 to 23), and of what is soon (24).
 */
create or replace function standing_sums(cells int[]) returns table (late int[], sums int[]) language sql immutable parallel safe rows 1 as $$
  select coalesce(array_agg(c >> 8) filter (where c & 7 <= 2), '{}'),
    array[
      count(*) filter (where c & 7 = 1), count(*) filter (where c & 7 = 2), count(*) filter (where c & 7 = 3),
      count(*) filter (where c & 7 = 4), count(*) filter (where c & 7 = 5), count(*) filter (where c & 7 = 6),
      count(*) filter (where c & 7 = 7),
      count(*) filter (where c >> 3 & 31 = 1), count(*) filter (where c >> 3 & 31 = 2), count(*) filter (where c >> 3 & 31 = 3),
      count(*) filter (where c >> 3 & 31 = 4),
      count(*) filter (where c >> 3 & 31 in (5, 17)), count(*) filter (where c >> 3 & 31 in (6, 18)),
      count(*) filter (where c >> 3 & 31 in (7, 19)), count(*) filter (where c >> 3 & 31 = 8), count(*) filter (where c >> 3 & 31 = 9),
      count(*) filter (where c >> 3 & 31 = 10), count(*) filter (where c >> 3 & 31 = 11), count(*) filter (where c >> 3 & 31 = 12),
      count(*) filter (where c >> 3 & 31 = 13), count(*) filter (where c >> 3 & 31 = 14), count(*) filter (where c >> 3 & 31 = 15),
      count(*) filter (where c >> 3 & 31 = 16),
      count(*) filter (where c >> 3 & 31 >= 17)
    ]::int[]
  from unnest(cells) c
$$;

/** How these people stand on that day in what is required of them, from the dates; a row for each of them. */
create or replace function standing_days_of(p_people uuid[], p_today date) returns setof standing_day language sql stable parallel safe as $$
  select p.id, p_today, k.cells, r.late, r.sums
  from unnest(p_people) p(id)
  cross join lateral (
    select coalesce(array_agg(standing_cell(s.place, s.standing, s.day, p_today) order by s.place), '{}') as cells
    from (
      select t.place, t.standing, case
          when t.standing in ('overdue', 'not started', 'in progress') then t.due_on
          when t.standing = 'exempt' then (select upper(x) - 1 from unnest(t.exempt) x where x @> p_today)
          else t.valid_until
        end as day
      from (
        select k.place, d.due_on, d.valid_until, d.exempt, standing_on(d.*, p_today) as standing
        from standing_dates d join course_place k on k.course_id = d.course_id
        where d.person_id = p.id and d.required offset 0
      ) t offset 0
    ) s
  ) k
  cross join lateral standing_sums(k.cells) r
$$;

-- Of the day as it was kept until now nothing tells what is soon.
truncate standing_day;
