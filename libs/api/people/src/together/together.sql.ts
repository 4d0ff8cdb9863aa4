import { inScopeSql } from '@lms/api-platform';
import { liveSql, nameSql } from '../shared/sql-text.js';

/**
 * Each of these people with the engagement that counts: the current one, else the next; or, to put something back, the one
 * that was named. $1 people, $2 actor, $3 today, $4 who becomes the manager or null, $5 and $6 engagements to put back and
 * the versions to which they came.
 */
export const STANDING = `
  with recursive up(id) as (
    select e.line_manager_id from engagement e
    where e.person_id = $4::uuid and e.line_manager_id is not null and ${liveSql('e', '$3')}
    union
    select e.line_manager_id from engagement e join up on e.person_id = up.id
    where e.line_manager_id is not null and ${liveSql('e', '$3')}
  )
  select p.id as "personId", concat_ws(' ', p.given_name, p.family_name) as name,
    e.id as "engagementId", coalesce(e.version, 0) as version, coalesce(o.name, '') as "organisationName",
    coalesce(e.starts_on::text, '') as "startsOn", e.ends_on::text as "endsOn",
    coalesce(e.tags, '{}') as tags, coalesce(e.scheme_ids, '{}') as "schemeIds", e.line_manager_id as "lineManagerId",
    p.id in (select id from up) as above,
    (select json_build_object('tags', h.row -> 'tags', 'schemeIds', h.row -> 'scheme_ids',
        'lineManagerId', h.row -> 'line_manager_id', 'endsOn', h.row -> 'ends_on')
      from (select distinct id, version from unnest($5::uuid[], $6::int[]) n(id, version)) k
      join row_history h on h.entity = 'engagement' and h.entity_id = k.id and (h.row ->> 'version')::int = k.version - 1
      where k.id = e.id and k.version = e.version) as was
  from person p
  left join lateral (
    select x.* from engagement x
    where x.person_id = p.id and ${liveSql('x', '$3')} and ($5::uuid[] is null or x.id = any ($5))
    order by x.starts_on > $3, case when x.starts_on > $3 then x.starts_on end, x.starts_on desc, x.id
    limit 1
  ) e on true
  left join organisation o on o.id = e.organisation_id
  where p.id = any ($1::uuid[]) and p.erased_at is null and ${inScopeSql('p.id', '$2', '$3')}
  order by lower(p.family_name), lower(p.given_name), p.id`;

/** What the ids in a preview are called. $1 ids. */
export const CALLED = `
  select id, name from scheme where id = any ($1::uuid[])
  union all select p.id, ${nameSql('p.id')} from person p where p.id = any ($1::uuid[])`;

/** $1 the engagements as they shall be. */
export const CHANGE = `
  update engagement y set version = y.version + 1, tags = k.tags, scheme_ids = k."schemeIds",
    line_manager_id = k."lineManagerId", ends_on = k."endsOn"
  from jsonb_to_recordset($1::jsonb) k(id uuid, tags text[], "schemeIds" uuid[], "lineManagerId" uuid, "endsOn" date)
  where y.id = k.id`;

/** $1 people: nobody else changes their engagements until the transaction ends. */
export const LOCK = `select e.id from engagement e where e.person_id = any ($1::uuid[]) order by e.id for update`;
