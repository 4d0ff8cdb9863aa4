/** The last state of each row of an entity that was known at $1. */
const known = (entity: string): string => `
  select distinct on (h.entity_id) h.entity_id as id, h.op, h.row from row_history h
  where h.entity = '${entity}' and h.known_from <= $1 order by h.entity_id, h.known_from desc, h.id desc`;

/** Engagements of today with the organisations that $6 coordinates. */
const EMPLOYED = `and e.id in (select c.id from engagement c
      where c.organisation_id in (select organisations_filled_by($6, $7::date)) and (c.ends_on is null or c.ends_on >= $7::date))`;

/**
 * Who belonged to what is asked about, as was known at the moment $1, which is the day $2: to the scheme $3, to the
 * organisation $4 or the tiers that were below it, or who is the person $5. Merged entries are read as who they are now, and
 * people are called what they are called now: of who was erased no name comes back. An employer, by whoever coordinates it
 * ($6, today $7), is told of those who work for it still, and of no other engagement.
 */
export const peopleThen = (whole: boolean): string => `
with recursive engaged as (${known('engagement')}
), member as (${known('organisation')}
), below as (
  select $4::uuid as id
  union select m.id from member m join below b on (m.row ->> 'parent_id')::uuid = b.id where m.op <> 'delete'
), spell as (
  select coalesce(i.same_as, (e.row ->> 'person_id')::uuid) as person_id, m.row ->> 'name' as organisation, e.row ->> 'job_role' as role
  from engaged e
  left join person_alias i on i.person_id = (e.row ->> 'person_id')::uuid
  left join member m on m.id = (e.row ->> 'organisation_id')::uuid
  where e.op <> 'delete' and (e.row ->> 'starts_on')::date <= $2::date
    and coalesce((e.row ->> 'ends_on')::date, 'infinity') >= $2::date
    and ($3::uuid is null or e.row -> 'scheme_ids' ? $3::text)
    and ($4::uuid is null or m.id in (select id from below))
    ${whole ? '' : EMPLOYED}
)
select p.id, concat_ws(' ', p.given_name, p.family_name) as name, persons_as(p.id) as entries,
  coalesce(string_agg(distinct s.organisation, '; '), '') as organisation, coalesce(string_agg(distinct s.role, '; '), '') as role
from person p left join spell s on s.person_id = p.id
where case when $5::uuid is null then s.person_id is not null else p.id = who_is($5::uuid) end
  ${whole ? '' : 'and p.id in (select coordinated_by($6, $7::date))'}
group by p.id
order by p.family_name, p.given_name, p.id`;

/** What is asked about: its name, or no row. $1 scheme, $2 organisation, $3 person. */
export const SUBJECT = `
select 'scheme' as kind, id, name from scheme where id = $1::uuid
union all select 'organisation', id, name from organisation where id = $2::uuid
union all select 'person', id, concat_ws(' ', given_name, family_name) from person where id = who_is($3::uuid)`;

/** The same for an employer: $1 organisation, $2 person, $3 who asks, $4 today. It has no schemes. */
export const SUBJECT_OF_EMPLOYER = `
select 'organisation' as kind, id, name from organisation where id = $1::uuid and id in (select organisations_filled_by($3, $4::date))
union all select 'person', id, concat_ws(' ', given_name, family_name) from person
  where id = who_is($2::uuid) and id in (select coordinated_by($3, $4::date))`;
