import type { MatrixParts } from './matrix-sql.js';
import { countsInSums, standingDays } from './standing-days.sql.js';

/** Everything that the rows add up to, as the contract's JSON. */
export const matrixTotals = (parts: MatrixParts): string => {
  const { given, groups, inGroup, who } = parts;
  return `
  with ${given} grouping as materialized (
    -- By a number: what is added up by group costs half of what it would by the group's id as text.
    select g.*, row_number() over ()::int as no from (${groups}) g
  ),
  members as materialized (
    select distinct g.no, p.id as person_id
    from grouping g join engagement e on ${inGroup} join person p on p.id = e.person_id
    where ${who} order by 1
  ),
  -- Not from members: how many those are is what no statistics know, and each of many would be looked up by itself.
  people as materialized (select distinct p.id as person_id from engagement e join person p on p.id = e.person_id where ${who}),
  ${standingDays(parts)},
  cells as materialized (
    select c.cell >> 8 as place, cell_standing(c.cell) as standing, sum(c.n)::int as n
    from (select cell, count(*) as n from (select unnest(cells) as cell from every_cell) c group by 1) c group by 1, 2
  ),
  columns as (
    select c.id, c.code, c.title, k.required, k.counts
    from (select place, sum(n)::int as required, json_object_agg(standing, n) as counts from cells group by 1) k
    join course_place q on q.place = k.place join course c on c.id = q.course_id
  ),
  acting as (
    select a.no, json_object_agg(q.course_id, a.n) as courses
    from (
      select no, place, count(*)::int as n
      from (select m.no, unnest(d.late) as place from members m join days d on d.person_id = m.person_id) l group by 1, 2
    ) a join course_place q on q.place = a.place
    group by 1
  ),
  shown as (
    select m.no, count(*)::int as people, count(*) filter (where d.late is null or d.late = '{}')::int as in_order
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
      from shown s join grouping g on g.no = s.no left join acting a on a.no = s.no)
  )::text as answer`;
};
