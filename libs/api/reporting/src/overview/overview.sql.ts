import { DAY } from '../matrix/day.sql.js';
import type { MatrixParts } from '../matrix/matrix-sql.js';

/** Months from today's on. */
const MONTHS = 12;
/** Days late, up to which. */
const LATE = [7, 30, 90] as const;

const lateBucket = (days: string): string =>
  `case ${LATE.map((most, n) => `when ${days} <= ${most} then ${-1 - n}`).join(' ')} else ${-1 - LATE.length} end`;

/**
 * How people stand, in one pass over their standings: each is looked at once, added up by person, and from there by
 * everything else. A bucket below zero is of what is late, from zero on of a month.
 */
export const overviewStanding = ({ given, who, counts }: MatrixParts): string => `
  with ${given} engaged as materialized (
    select p.id as person_id, e.organisation_id, e.scheme_ids from engagement e join person p on p.id = e.person_id where ${who}
  ),
  people as materialized (select distinct person_id from engaged),
  stands as materialized (
    select s.person_id, t.standing, count(*)::int as n,
      case
        when t.standing in ('overdue', 'expired') then ${lateBucket(`$1::date - (${DAY})`)}
        when t.standing in ('valid', 'expiring') and s.valid_until < (date_trunc('month', $1::date) + interval '${MONTHS} months')::date
          then ((extract(year from s.valid_until) - extract(year from $1::date)) * 12
            + extract(month from s.valid_until) - extract(month from $1::date))::int
      end as bucket
    from (
      -- The standing once a row, not once wherever it is asked of.
      select s.*, standing_on(s.*, $1) as standing from standing_dates s
      where s.person_id in (select person_id from people) and ${counts} offset 0
    ) s cross join lateral (select s.standing) t
    group by 1, 2, 4
  ),
  persons as materialized (select person_id, standing, sum(n)::int as n from stands group by 1, 2),
  late as materialized (select distinct person_id from persons where standing in ('overdue', 'expired')),
  members as materialized (
    select distinct 'organisation' as kind, organisation_id as id, person_id from engaged
    union all
    select distinct 'scheme', unnest(scheme_ids), person_id from engaged
  ),
  shown as (
    select m.kind, m.id, count(*)::int as people, count(*) filter (where l.person_id is null)::int as in_order
    from members m left join late l on l.person_id = m.person_id group by 1, 2
  ),
  summed as (
    select kind, id, json_object_agg(standing, n) as counts, sum(n) filter (where standing in ('overdue', 'expired')) as to_act
    from (
      select m.kind, m.id, k.standing, sum(k.n)::int as n from members m join persons k on k.person_id = m.person_id group by 1, 2, 3
    ) c group by 1, 2
  ),
  groups as (
    select s.kind, json_agg(json_build_object('id', s.id, 'label', g.name, 'people', s.people, 'inOrder', s.in_order,
      'counts', coalesce(c.counts, '{}')) order by c.to_act desc nulls last, lower(g.name), s.id) as list
    from shown s
    join (select id, name from organisation union all select id, name from scheme) g on g.id = s.id
    left join summed c on c.kind = s.kind and c.id = s.id
    group by 1
  ),
  spans as (
    select bucket, sum(n)::int as things, count(*)::int as people
    from (select bucket, person_id, sum(n) as n from stands where bucket is not null group by 1, 2) b group by 1
  )
  select json_build_object(
    'today', $1::date,
    'people', (select count(*) from people),
    'inOrder', (select count(*) from people) - (select count(*) from late),
    'counts', (select coalesce(json_object_agg(standing, n), '{}') from (select standing, sum(n)::int as n from persons group by 1) s),
    'organisations', coalesce((select list from groups where kind = 'organisation'), '[]'),
    'schemes', coalesce((select list from groups where kind = 'scheme'), '[]'),
    'expiring', (
      select json_agg(json_build_object(
        'from', greatest((date_trunc('month', $1::date) + make_interval(months => m))::date, $1::date),
        'to', (date_trunc('month', $1::date) + make_interval(months => m + 1))::date - 1,
        'things', coalesce(b.things, 0), 'people', coalesce(b.people, 0)) order by m)
      from generate_series(0, ${MONTHS - 1}) m left join spans b on b.bucket = m
    ),
    'late', (
      select json_agg(json_build_object('from', k.of, 'to', k.up_to, 'things', coalesce(b.things, 0), 'people', coalesce(b.people, 0))
        order by k.bucket desc)
      from (values ${spansOfLate()}) k(bucket, of, up_to) left join spans b on b.bucket = k.bucket
    )
  )::text as answer`;

/** The last reaches as far back as anything can. */
function spansOfLate(): string {
  const edges = [0, ...LATE];
  return edges
    .map((least, n) => {
      const most = edges[n + 1];
      return `(${-1 - n}, ${most ? `$1::date - ${most}` : `date '1900-01-01'`}, $1::date - ${least + 1})`;
    })
    .join(', ');
}
