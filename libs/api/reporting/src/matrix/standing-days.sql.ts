import { DAY } from './day.sql.js';
import type { MatrixParts } from './matrix-sql.js';

/**
 * CTE `days` after one of `people` (person_id, each once): how each of them stands today in what counts, as `standing_day` in
 * the schema has it. What is kept of the day is read; who changed since, or has not been kept yet, is worked out, and so is
 * everybody where courses were chosen. Cells are most of it: whoever asks for them has them as CTE `every_cell`.
 */
export const standingDays = (
  { counted, counts }: Pick<MatrixParts, 'counted' | 'counts'>,
  { cells = true } = {},
): string => {
  const { days, every } = DAYS[counted](counts);
  return `${days}${cells ? `, every_cell as (${every})` : ''}`;
};

interface Days {
  days: string;
  /** Their cells. */
  every: string;
}

const DAYS: Record<MatrixParts['counted'], (counts: string) => Days> = {
  // Cells are not carried along, but read where they are kept.
  everything: () => ({
    days: `
  found as materialized (
    select p.person_id, k.on_day, k.late, k.sums from people p left join standing_kept k on k.person_id = p.person_id
  ),
  worked as materialized (
    select w.* from standing_days_of(array(select person_id from found where on_day is distinct from $1), $1) w
  ),
  days as not materialized (
    select person_id, late, sums from found where on_day = $1 union all select person_id, late, sums from worked
  )`,
    every: `
    select k.cells from people p join standing_kept k on k.person_id = p.person_id where k.on_day = $1
    union all
    select cells from worked`,
  }),
  asked: () => ({
    days: `
  days as materialized (
    select * from standing_days_asked(array(select person_id from people), array(select id from seen), $1)
  )`,
    every: 'select cells from days',
  }),
  chosen: (counts) => ({
    days: `
  days as materialized (
    select k.person_id, k.cells, r.late, r.sums
    from (
      select s.person_id, array_agg(standing_cell(s.place, s.standing, s.day, $1) order by s.place) as cells
      from (
        select s.person_id, s.place, t.standing, ${DAY} as day
        from (
          select s.person_id, c.place, s.due_on, s.valid_until, s.exempt, standing_on(s.*, $1) as standing
          from standing_dates s join course_place c on c.course_id = s.course_id
          where s.person_id in (select person_id from people) and ${counts} offset 0
        ) s cross join lateral (select s.standing) t offset 0
      ) s group by 1
    ) k cross join lateral standing_sums(k.cells) r
  )`,
    every: 'select cells from days',
  }),
};

/** As `cell_standing` numbers them. */
export const STANDINGS_IN_SUMS = [
  'overdue',
  'expired',
  'expiring',
  'valid',
  'in progress',
  'not started',
  'exempt',
] as const;
/** Places of spans in sums, from one on: of what is late, by days, and of what is valid, by months. */
export const SPANS = { late: [8, 9, 10, 11], months: Array.from({ length: 12 }, (_, n) => 12 + n) } as const;

/** The days from today within which something is soon, and where sums of d tell how much is. */
export const SOON_DAYS = 30;
export const soonOf = (of: string): string => `coalesce(${of}.sums[24], 0)`;
/** How much is overdue or expired by sums of d, which may be missing. */
export const lateOf = (of: string): string => `coalesce(${of}.sums[1] + ${of}.sums[2], 0)`;

/** JSON of how many there are of each standing in all `sums` of d that an aggregate goes over; what there is none of is left out. */
export const countsInSums = (of: string): string =>
  `json_strip_nulls(json_build_object(${STANDINGS_IN_SUMS.map(
    (standing, n) => `'${standing}', nullif(sum(${of}.sums[${n + 1}]), 0)`,
  ).join(', ')}))`;
