import type { AuditParts } from './audit-sql.js';

/** The columns of an entry, as the contract has them. */
export const ENTRY = `
  a.id::text as id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, a.action,
  (select json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)) from person p where p.id = a.actor_id) as by,
  case when a.target_id is not null then
    json_build_object('kind', a.target_type, 'id', a.target_id, 'name', name_of_thing(a.target_type, a.target_id)) end as target,
  host(a.address) as address`;

/** Newest first; after the parts' values: the moment and number of the last row before this page, and how many rows. */
export const auditPage = ({ where, values }: AuditParts): string => {
  const n = values.length;
  return `
    select ${ENTRY}
    from (
      select * from audit_event a
      where ${where} and ($${n + 1}::timestamptz is null or (a.at, a.id) < ($${n + 1}::timestamptz, $${n + 2}::bigint))
      order by a.at desc, a.id desc
      limit $${n + 3}
    ) a
    order by a.at desc, a.id desc`;
};

/** What changed in the moments of the entries $1, oldest first: each row as it was before, and since. */
export const AUDIT_CHANGES = `
  with entry as (select id, at, actor_id from audit_event where id = any ($1::bigint[]))
  select e.id::text as "entryId", h.entity as kind, h.op, h.row, b.row as before,
    name_of_thing(h.entity, h.entity_id) as name,
    names_of_ids(array(
      select distinct v.id::uuid from (
        select x.value #>> '{}' as id from jsonb_each(h.row || coalesce(b.row, '{}')) x where jsonb_typeof(x.value) = 'string'
        union all select x.value #>> '{}' from jsonb_each(coalesce(b.row, '{}')) x where jsonb_typeof(x.value) = 'string'
        union all select y.value #>> '{}' from jsonb_each(h.row) x, jsonb_array_elements(x.value) y where jsonb_typeof(x.value) = 'array'
        union all select y.value #>> '{}' from jsonb_each(coalesce(b.row, '{}')) x, jsonb_array_elements(x.value) y
          where jsonb_typeof(x.value) = 'array'
      ) v where v.id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$')) as names
  from entry e
  join row_history h on h.known_from = e.at and h.actor_id is not distinct from e.actor_id
  left join lateral (
    select p.row from row_history p
    where p.entity = h.entity and p.entity_id = h.entity_id and p.id < h.id
    order by p.id desc limit 1
  ) b on h.op <> 'insert'
  where h.known_from between (select min(at) from entry) and (select max(at) from entry)
  order by h.id
  limit 500`;
