import { NO_DAY } from './matrix-line.js';
import type { MatrixParts } from './matrix-sql.js';

/** How a row is written: as the contract's JSON, or as `MatrixLine` has it for whoever goes on with it. */
export type RowShape = 'json' | 'line';

const ROWS: Record<RowShape, string> = {
  json: `concat('{"groupId":', to_json(w.group_id), ',"personId":"', w.person_id, '","name":', to_json(w.name), ',"organisationName":',
    to_json(o.short_name), ',"jobRole":', to_json(w.job_role), ',"cells":{', c.cells, '}}') as item`,
  line: `w.name, o.short_name as "organisationName", w.job_role as "jobRole", coalesce(c.cells, '') as cells`,
};
const CELLS: Record<RowShape, string> = {
  json: `'"' || t.course_id || '":["' || t.standing || '",' || coalesce('"' || t.day || '"', 'null') || ']'`,
  line: `t.course_id || coalesce(t.day::text, '${NO_DAY}') || t.standing`,
};

/**
 * One page of rows, each with its place in the list. The groups come in their order and people in theirs within each, so that no more people are looked at
 * than stand in the groups up to the page's end. The last five values are the place to go on from and how many.
 */
export function matrixPage({ given, groups, inGroup, who, counts, day, values }: MatrixParts, shape: RowShape): string {
  const [key, id, family, first, person, limit] = [1, 2, 3, 4, 5, 6].map((n) => `$${values.length + n}`);
  return `
    with ${given} page as materialized (
      select g.id as group_id, g.key, x.*
      from (
        select * from (${groups}) g where ${key}::text is null or (g.key, g.id) >= (${key}::text, ${id}::text)
        order by g.key, g.id offset 0
      ) g
      cross join lateral (
        select distinct on (m.family_key, m.given_key, m.person_id) m.*
        from (
          -- Who is in the group, before anybody sorts: else a plan may go through everybody by name, group after group.
          select lower(p.family_name) as family_key, lower(p.given_name) as given_key, p.id as person_id,
            concat_ws(' ', p.given_name, p.family_name) as name, e.job_role, e.organisation_id, e.starts_on
          from engagement e join person p on p.id = e.person_id
          where ${inGroup} and ${who} offset 0
        ) m
        where ${key}::text is null or (g.key, g.id) > (${key}::text, ${id}::text)
          or (m.family_key, m.given_key, m.person_id) > (${family}::text, ${first}::text, ${person}::uuid)
        order by 1, 2, 3, m.starts_on desc limit ${limit}::int
      ) x
      order by g.key, g.id, x.family_key, x.given_key, x.person_id limit ${limit}::int
    )
    select ${ROWS[shape]},
      w.group_id as "groupId", w.person_id as "personId", w.key, w.family_key as "familyKey", w.given_key as "givenKey"
    from page w
    join organisation o on o.id = w.organisation_id
    cross join lateral (
      -- Put together as text: of sixty cells a person that takes half of the time of building JSON.
      select string_agg(${CELLS[shape]}, ',') as cells
      from (
        select s.course_id, t.standing, ${day} as day
        from (select s.*, standing_on(s.*, $1) as standing from standing_dates s where s.person_id = w.person_id and ${counts} offset 0) s
        cross join lateral (select s.standing) t
      ) t
    ) c
    order by w.key, w.group_id, w.family_key, w.given_key, w.person_id`;
}
