import type { MatrixParts } from './matrix-sql.js';
import { countsInSums, standingDays } from './standing-days.sql.js';

/** Everything that the rows add up to, as the contract's JSON. */
export const matrixTotals = (parts: MatrixParts): string => {
  const { given, groups, inGroup, who } = parts;
  return `
  with ${given} members as materialized (
    select distinct g.id, p.id as person_id
    from (${groups}) g join engagement e on ${inGroup} join person p on p.id = e.person_id
    where ${who}
  ),
  people as materialized (select distinct person_id from members),
  ${standingDays(parts)},
  cells as materialized (
    select c.cell >> 8 as place, cell_standing(c.cell) as standing, sum(c.n)::int as n
    from (select cell, count(*) as n from (select unnest(cells) as cell from days) c group by 1) c group by 1, 2
  ),
  columns as (
    select c.id, c.code, c.title, k.required, k.counts
    from (select place, sum(n)::int as required, json_object_agg(standing, n) as counts from cells group by 1) k
    join course_place q on q.place = k.place join course c on c.id = q.course_id
  ),
  acting as (
    select a.id, json_object_agg(q.course_id, a.n) as courses
    from (
      select id, place, count(*)::int as n
      from (select m.id, unnest(d.late) as place from members m join days d on d.person_id = m.person_id) l group by 1, 2
    ) a join course_place q on q.place = a.place
    group by 1
  ),
  shown as (
    select m.id, count(*)::int as people, count(*) filter (where d.late is null or d.late = '{}')::int as in_order
    from members m left join days d on d.person_id = m.person_id group by 1
  )
  select json_build_object(
    'today', $1::date,
    'people', (select count(*) from people),
    'inOrder', (select count(*) from people) - (select count(*) from days where late <> '{}'),
    'counts', (select ${countsInSums('d')} from days d),
    'columns', (select coalesce(json_agg(json_build_object('courseId', id, 'code', code, 'title', title, 'required', required,
      'counts', counts) order by required desc, lower(title), id), '[]') from columns),
    'groups', (select coalesce(json_agg(json_build_object('id', g.id, 'label', g.label, 'under', g.under, 'people', s.people,
      'inOrder', s.in_order, 'toAct', coalesce(a.courses, '{}')) order by g.key, g.id), '[]')
      from shown s join (${groups}) g on g.id = s.id left join acting a on a.id = s.id)
  )::text as answer`;
};
