import type { MatrixParts } from '../matrix/matrix-sql.js';
import { countsInSums, SPANS, standingDays } from '../matrix/standing-days.sql.js';

/** Days late, up to which; the spans of `standing_cell` in the schema. */
const LATE = [7, 30, 90] as const;

/** How people stand: what is kept of each of them for the day, added up. */
export const overviewStanding = (parts: MatrixParts): string => {
  const { given, who } = parts;
  return `
  with ${given} engaged as materialized (
    select p.id as person_id, e.organisation_id, e.scheme_ids from engagement e join person p on p.id = e.person_id where ${who}
  ),
  people as materialized (select distinct person_id from engaged),
  ${standingDays(parts, { cells: false })},
  members as materialized (
    select distinct 'organisation' as kind, organisation_id as id, person_id from engaged
    union all
    select distinct 'scheme', unnest(scheme_ids), person_id from engaged
  ),
  summed as (
    select m.kind, m.id, count(*)::int as people, count(*) filter (where d.late is null or d.late = '{}')::int as in_order,
      sum(d.sums[1] + d.sums[2]) as to_act, ${countsInSums('d')} as counts
    from members m left join days d on d.person_id = m.person_id group by 1, 2
  ),
  groups as (
    select s.kind, json_agg(json_build_object('id', s.id, 'label', g.name, 'people', s.people, 'inOrder', s.in_order,
      'counts', s.counts) order by nullif(s.to_act, 0) desc nulls last, lower(g.name), s.id) as list
    from summed s
    join (select id, name from organisation union all select id, name from scheme) g on g.id = s.id
    group by 1
  ),
  spans as (
    select k.span, k.things, k.people
    from (select ${[...SPANS.late, ...SPANS.months].map(spanOf).join(', ')} from days d) a
    cross join lateral (values ${[...SPANS.late, ...SPANS.months].map((n) => `(${n}, a.things_${n}, a.people_${n})`).join(', ')})
      k(span, things, people)
  )
  select json_build_object(
    'today', $1::date,
    'people', (select count(*) from people),
    'inOrder', (select count(*) from people) - (select count(*) from days where late <> '{}'),
    'counts', (select ${countsInSums('d')} from days d),
    'organisations', coalesce((select list from groups where kind = 'organisation'), '[]'),
    'schemes', coalesce((select list from groups where kind = 'scheme'), '[]'),
    'expiring', (
      select json_agg(json_build_object(
        'from', greatest((date_trunc('month', $1::date) + make_interval(months => m))::date, $1::date),
        'to', (date_trunc('month', $1::date) + make_interval(months => m + 1))::date - 1,
        'things', b.things, 'people', b.people) order by m)
      from generate_series(0, ${SPANS.months.length - 1}) m join spans b on b.span = ${SPANS.months[0]} + m
    ),
    'late', (
      select json_agg(json_build_object('from', k.of, 'to', k.up_to, 'things', b.things, 'people', b.people) order by k.span)
      from (values ${spansOfLate()}) k(span, of, up_to) join spans b on b.span = k.span
    )
  )::text as answer`;
};

const spanOf = (n: number): string =>
  `coalesce(sum(d.sums[${n}]), 0)::int as things_${n}, count(*) filter (where d.sums[${n}] > 0)::int as people_${n}`;

/** The last has no end. */
function spansOfLate(): string {
  const edges = [0, ...LATE];
  return edges
    .map((least, n) => {
      const most = edges[n + 1];
      return `(${SPANS.late[n]}, ${most ? `$1::date - ${most}` : `date '1900-01-01'`}, $1::date - ${least + 1})`;
    })
    .join(', ');
}
