import { engagementSeenSql, inScopeSql } from '@lms/api-platform';
import { liveSql } from '../shared/sql-text.js';

const SEEN = (engagement: string): string => engagementSeenSql(`${engagement}.id`, '$1', '$2');

const STATUS = `case when x.starts_on > $2 then 'planned' when x.ends_on < $2 then 'left' else 'current' end`;

/** Everything that a word may be found in: names (of merged entries too) and the employee numbers that the actor is told. */
const NAMES = `concat_ws(' ', p.given_name, p.known_as, p.family_name,
      (select string_agg(n.employee_number, ' ') from engagement n where n.person_id = p.id and ${SEEN('n')}),
      (select string_agg(concat_ws(' ', a.given_name, a.known_as, a.family_name), ' ') from person_alias i
        join person a on a.id = i.person_id where i.same_as = p.id))`;

const ROW = `p.id, concat_ws(' ', p.given_name, p.family_name) as name,
    e.organisation_id as "organisationId", o.name as "organisationName",
    e.job_role as "jobRole", e.employment_group as "employmentGroup",
    array(select s.name from scheme s where s.id = any (e.scheme_ids) order by s.name) as schemes,
    e.starts_on::text as "startsOn", e.ends_on::text as "endsOn", coalesce(e.status, 'left') as status,
    lower(p.family_name) as "familyKey", lower(p.given_name) as "givenKey"`;

const SHOWN = `
  left join lateral (
    select x.*, ${STATUS} as status
    from engagement x
    where x.person_id = p.id and ${SEEN('x')}
      and (${liveSql('x', '$2')} or not exists (
        select from engagement l where l.person_id = x.person_id and ${liveSql('l', '$2')}))
      and ($3::uuid is null or x.organisation_id = $3)
      and ($4::uuid is null or $4 = any (x.scheme_ids))
      and ($5::text is null or x.employment_group = $5)
      and ($6::text is null or $6 = ${STATUS})
      and ($12::text is null or lower(x.job_role) = lower($12))
    order by x.starts_on > $2, case when x.starts_on > $2 then x.starts_on end, x.starts_on desc, x.id
    limit 1
  ) e on true
  left join organisation o on o.id = e.organisation_id
  where p.erased_at is null
    and ${inScopeSql('p.id', '$1', '$2')}
    and ($3 is null or p.id in (select i.person_id from engagement i where i.organisation_id = $3))
    and (e.id is not null or ($3 is null and $4 is null and $5 is null and $12 is null and coalesce($6, 'left') = 'left'
      and not exists (select from engagement y where y.person_id = p.id)))`;

/**
 * One row a person, by name. It shows the engagement that fits the filters, of those that the actor is told: a current one
 * first, then a planned one; one that is over only for a person who has left altogether, so that nobody is found under a
 * former employer, nor by one employer under another. Whoever never
 * had an engagement is shown without filters, and among those who left.
 *
 * $1 actor, $2 today, $3 organisation, $4 scheme, $5 group, $6 status, $7 patterns that must all be in the names (of
 * merged entries too) or employee numbers, $8 to $10 the last row before this page, $11 rows, $12 job role.
 */
export const LIST_PEOPLE = listOf('');

/** The same of those for whom nobody can be told anything. */
export const LIST_PEOPLE_UNSPOKEN = listOf('and p.id in (select u.id from unspoken_people($2) u(id))');

function listOf(only: string): string {
  return `
  select ${ROW}, false as nearly, -1 as slips
  from person p ${SHOWN} ${only}
    and (lower(p.family_name), lower(p.given_name), p.id) > ($8::text, $9::text, $10::uuid)
    and ($7::text[] is null or ${NAMES} ilike all ($7))
  order by lower(p.family_name), lower(p.given_name), p.id
  limit $11`;
}

/**
 * The same for those who do not match but nearly: the fewest slips first. $7 patterns of whom the other list has shown,
 * $13 words that may be spelled otherwise, $14 patterns that may not, $15 the slips of the last row before this page.
 */
export const LIST_PEOPLE_NEARLY = `
  select ${ROW}, true as nearly, m.slips
  from people_spelled_like($13) m join person p on p.id = m.person_id ${SHOWN}
    and (m.slips, lower(p.family_name), lower(p.given_name), p.id) > ($15::int, $8::text, $9::text, $10::uuid)
    and not ${NAMES} ilike all ($7::text[]) and ${NAMES} ilike all ($14::text[])
  order by m.slips, lower(p.family_name), lower(p.given_name), p.id
  limit $11`;
