import type { ClientBase } from 'pg';

/** A row of the projection that is not what the facts say. */
export interface StandingDifference {
  readonly person: string;
  readonly name: string;
  readonly course: string;
  /** `missing` from the projection, there `without` a fact, or with other `dates`. */
  readonly what: 'missing' | 'without' | 'dates';
}

export interface StandingVerdict {
  readonly rows: number;
  readonly differences: number;
  /** The first of them, at most as many as were asked for. */
  readonly named: readonly StandingDifference[];
  /** People whose day is kept, and of whom it, or who asks, is not what their dates and reasons give; of these again the first. */
  readonly days: number;
  readonly dayDifferences: number;
  readonly daysNamed: readonly { readonly person: string; readonly name: string }[];
}

/** Both ways, so that nothing is missing and nothing too much; $1 how many to name. */
const COMPARE = `
  with differing as (
    select person_id, course_id, bool_or(kept) as kept, bool_or(due) as due
    from (
      select person_id, course_id, true as kept, false as due
        from (select * from standing_dates except select * from standing_dates_now) k
      union all
      select person_id, course_id, false, true
        from (select * from standing_dates_now except select * from standing_dates) d
    ) x
    group by person_id, course_id
  )
  select (select count(*)::int from standing_dates) as rows, (select count(*)::int from differing) as differences,
    coalesce((
      select json_agg(n) from (
        select d.person_id as person, concat_ws(' ', p.given_name, p.family_name) as name, c.code as course,
          case when not d.kept then 'missing' when not d.due then 'without' else 'dates' end as what
        from differing d join person p on p.id = d.person_id join course c on c.id = d.course_id
        order by d.person_id, c.code limit $1
      ) n
    ), '[]') as named,
    d.days, d.differences as "dayDifferences", d.named as "daysNamed"
  from (
    select count(*)::int as days, count(*) filter (where k.other)::int as differences,
      coalesce(json_agg(json_build_object('person', k.person_id, 'name', concat_ws(' ', p.given_name, p.family_name)) order by k.person_id)
        filter (where k.other and k.nth <= $1), '[]') as named
    from (
      select *, row_number() over (partition by other order by person_id) as nth
      from (
        select k.person_id, (k.cells, k.late, k.sums) is distinct from (n.cells, n.late, n.sums) or a.asks <> w.asks as other
        from standing_kept k cross join lateral standing_days_of(array[k.person_id], k.on_day) n
        left join standing_asked a on a.person_id = k.person_id
        cross join lateral standing_asks_of(array[k.person_id]) w
      ) x
    ) k join person p on p.id = k.person_id
  ) d`;

/** Compares the projection that every list reads with the facts it is made of, and what is kept of a day with the projection. */
export async function checkStanding(client: ClientBase, options: { names?: number } = {}): Promise<StandingVerdict> {
  const { rows } = await client.query<StandingVerdict>(COMPARE, [options.names ?? 20]);
  return rows[0] ?? { rows: 0, differences: 0, named: [], days: 0, dayDifferences: 0, daysNamed: [] };
}
