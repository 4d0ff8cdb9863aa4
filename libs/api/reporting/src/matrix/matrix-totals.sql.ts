import type { MatrixParts } from './matrix-sql.js';

/** Everything that the rows add up to, as the contract's JSON. */
export const matrixTotals = ({ given, groups, inGroup, who, counts }: MatrixParts): string => `
  with ${given} members as materialized (
    select distinct g.id, p.id as person_id
    from (${groups}) g join engagement e on ${inGroup} join person p on p.id = e.person_id
    where ${who}
  ),
  people as materialized (select distinct person_id from members),
  standings as materialized (
    select s.course_id, standing_on(s.*, $1) as standing, count(*)::int as n
    from standing_dates s where s.person_id in (select person_id from people) and ${counts} group by 1, 2
  ),
  late as materialized (
    select s.person_id, s.course_id from standing_dates s
    where s.person_id in (select person_id from people) and ${counts} and standing_on(s.*, $1) in ('overdue', 'expired')
  ),
  columns as (
    select c.id, c.code, c.title, sum(k.n)::int as required, json_object_agg(k.standing, k.n) as counts
    from standings k join course c on c.id = k.course_id group by c.id
  ),
  acting as (
    select id, json_object_agg(course_id, n) as courses
    from (select m.id, l.course_id, count(*)::int as n from members m join late l on l.person_id = m.person_id group by 1, 2) a
    group by id
  ),
  shown as (
    select m.id, count(*)::int as people, count(*) filter (where l.person_id is null)::int as in_order
    from members m left join (select distinct person_id from late) l on l.person_id = m.person_id group by 1
  )
  select json_build_object(
    'today', $1::date,
    'people', (select count(*) from people),
    'inOrder', (select count(*) from people p where not exists (select from late l where l.person_id = p.person_id)),
    'counts', (select coalesce(json_object_agg(standing, n), '{}') from (select standing, sum(n)::int as n from standings group by 1) s),
    'columns', (select coalesce(json_agg(json_build_object('courseId', id, 'code', code, 'title', title, 'required', required,
      'counts', counts) order by required desc, lower(title), id), '[]') from columns),
    'groups', (select coalesce(json_agg(json_build_object('id', g.id, 'label', g.label, 'under', g.under, 'people', s.people,
      'inOrder', s.in_order, 'toAct', coalesce(a.courses, '{}')) order by g.key, g.id), '[]')
      from shown s join (${groups}) g on g.id = s.id left join acting a on a.id = s.id)
  )::text as answer`;
