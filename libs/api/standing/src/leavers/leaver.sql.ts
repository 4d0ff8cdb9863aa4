/** So long after the last day a link works. */
export const LINK_DAYS = 30;

/** The last day of the person `p`, null while any employment goes on or there is none; `today` is the place of a date. */
export const lastDayOf = (today: string): string => `
  select max(e.ends_on) from engagement e where e.person_id = p.id
  having bool_and(coalesce(e.ends_on < ${today}, false))`;

/** Opens a link by the hash of its token, $1, on the day $2: not revoked, not over, and its person has not come back. */
export const OPENED = `
  select k.id as "linkId", p.id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, d.day::text as "lastDay",
    k.ends_on::text as "endsOn", (select count(*)::int from ledger_entry l
      where l.person_id = p.id and l.kind = 'completion' and not is_revoked(l.person_id, l.seq)) as completions
  from leaver_link k
  join person p on p.id = k.person_id and p.erased_at is null
  cross join lateral (${lastDayOf('$2::date')}) d(day)
  where k.hash = $1 and k.revoked_at is null and k.ends_on >= $2::date and d.day is not null`;

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const utc = (column: string): string => `to_char(${column} at time zone 'UTC', ${INSTANT})`;

/** $1 person, $2 today, $3 who asks: out of their scope there is no row. */
export const LINK_OF = `
  select d.day::text as "lastDay",
    coalesce(d.day + ${LINK_DAYS} >= $2::date, false) and p.contact_email is not null as "maySend",
    (select json_build_object('sentTo', k.sent_to, 'sentAt', ${utc('k.created_at')}, 'endsOn', k.ends_on,
        'openedAt', ${utc('k.opened_at')}, 'revokedAt', ${utc('k.revoked_at')})
      from leaver_link k where k.person_id = p.id order by k.created_at desc, k.id desc limit 1) as link
  from person p
  left join lateral (${lastDayOf('$2::date')}) d(day) on true
  where p.id = $1 and p.erased_at is null and exists (select from people_in_scope($3, $2::date) s(id) where s.id = p.id)`;

/** Who can be sent a link on the day $1: one person, $2, or everybody whose offboarding path led here and who has none. */
export const LEAVERS = `
  select p.id as "personId", coalesce(p.known_as, p.given_name) as "knownAs", p.contact_email as "to", d.day::text as "lastDay",
    (d.day + ${LINK_DAYS})::text as "endsOn"
  from person p
  cross join lateral (${lastDayOf('$1::date')}) d(day)
  where p.erased_at is null and p.contact_email is not null and d.day + ${LINK_DAYS} >= $1::date
    and case when $2::uuid is not null then p.id = $2 else
      p.id in (select e.person_id from engagement e
        join path_enrolment n on n.engagement_id = e.id
        join learning_path l on l.id = n.path_id and l.kind = 'offboarding'
        where e.ends_on between $1::date - ${LINK_DAYS} and $1::date - 1 and n.closed_why is distinct from 'end-taken-back')
      and not exists (select from leaver_link k where k.person_id = p.id and k.ends_on >= d.day + ${LINK_DAYS}) end
  order by p.id limit $3`;
