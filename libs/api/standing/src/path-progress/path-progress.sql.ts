/**
 * Everybody in scope who is on a path, with how far they are: the domain's `pathProgress` over rows, which a test holds
 * `path_counts` to. The scope is a set that is made once and looked up. $1 path, $2 today, $3 who asks, $4 words to
 * find, $5 organisation.
 */
const PROGRESS = `
  select n.person_id as "personId", concat_ws(' ', w.given_name, w.family_name) as name, o.short_name as "organisationName",
    n.anchor_on as starts_on, n.id as enrolment_id, k.done, k.total, k.overdue,
    replace(k.next_title, '{name}', coalesce(w.known_as, w.given_name)) as "nextTitle", k.next_due_on,
    case
      when k.done = k.total then 'done'
      when k.overdue > 0 then 'overdue'
      when k.moved then 'under way'
      else 'not started'
    end as state
  from path_counts($1, $2) k
  join path_enrolment n on n.id = k.enrolment_id
  join person w on w.id = n.person_id
  join engagement g on g.id = n.engagement_id
  join organisation o on o.id = g.organisation_id
  where (n.person_id in (select people_in_scope($3, $2))) is true
    and ($4::text is null or concat_ws(' ', w.given_name, w.family_name) ilike $4)
    and ($5::uuid is null or g.organisation_id = $5)`;

export const PROGRESS_COUNTS = `select state, count(*)::int as n from (${PROGRESS}) p group by state`;

/** $6 state, $7 and $8 the place to go on from, $9 how many. The latest starters come first. */
export const PROGRESS_PAGE = `
  select "personId", name, "organisationName", starts_on::text as "startsOn", enrolment_id as "enrolmentId", done, total, overdue, "nextTitle",
    next_due_on::text as "nextDueOn", state
  from (${PROGRESS}) p
  where ($6::text is null or state = $6)
    and ($7::date is null or (starts_on, enrolment_id) < ($7::date, $8::uuid))
  order by starts_on desc, enrolment_id desc limit $9`;
