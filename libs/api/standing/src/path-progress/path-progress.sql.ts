/**
 * Everybody in scope who is on a path: by the engagement on which it hangs, so that no employer is told of another's. The scope
 * is a set that is made once and looked up. $1 path, $2 today, $3 who asks, $4 words to find, $5 organisation with the tiers
 * below it, $6 scheme.
 */
const PEOPLE = `
  select n.id, n.person_id, n.anchor_on, g.organisation_id
  from path_enrolment n
  join person w on w.id = n.person_id
  join engagement g on g.id = n.engagement_id
  where n.path_id = $1 and n.state = 'open' and w.erased_at is null
    and (n.engagement_id in (select engagements_in_scope($3, $2))) is true
    and ($4::text is null or concat_ws(' ', w.given_name, w.family_name) ilike $4)
    and ($5::uuid is null or g.organisation_id in (select organisation_and_below($5)))
    and ($6::uuid is null or g.scheme_ids @> array[$6::uuid])`;

/** How far they are: the domain's `pathProgress` over rows, which a test holds `path_counts` to. */
const stateOf = (k: string): string => `
  case
    when ${k}.done = ${k}.total then 'done'
    when ${k}.overdue > 0 then 'overdue'
    when ${k}.moved then 'under way'
    else 'not started'
  end`;

export const PROGRESS_COUNTS = `
  select ${stateOf('k')} as state, count(*)::int as n
  from path_counts((select array_agg(p.id) from (${PEOPLE}) p), $2) k group by 1`;

/** Rows of a page as the contract has them; the latest starters come first. */
const described = (page: string): string => `
  select p.person_id as "personId", concat_ws(' ', w.given_name, w.family_name) as name, o.short_name as "organisationName",
    p.anchor_on::text as "startsOn", p.id as "enrolmentId", p.done, p.total, p.overdue,
    replace(p.next_title, '{name}', coalesce(w.known_as, w.given_name)) as "nextTitle", p.next_due_on::text as "nextDueOn", p.state
  from (${page}) p
  join person w on w.id = p.person_id
  join organisation o on o.id = p.organisation_id
  order by p.anchor_on desc, p.id desc`;

/** $7 and $8 the place to go on from, $9 how many. Only who is on the page is looked at. */
export const PROGRESS_PAGE = described(`
  with page as materialized (
    select p.* from (${PEOPLE}) p
    where $7::date is null or (p.anchor_on, p.id) < ($7::date, $8::uuid)
    order by p.anchor_on desc, p.id desc limit $9
  )
  select page.*, k.done, k.total, k.overdue, k.next_title, k.next_due_on, ${stateOf('k')} as state
  from path_counts((select array_agg(page.id) from page), $2) k join page on page.id = k.enrolment_id`);

/** The same with $10 the state, which is known of everybody first. */
export const PROGRESS_PAGE_OF_STATE = described(`
  with people as materialized (${PEOPLE})
  select people.*, k.done, k.total, k.overdue, k.next_title, k.next_due_on, ${stateOf('k')} as state
  from path_counts((select array_agg(people.id) from people), $2) k join people on people.id = k.enrolment_id
  where ${stateOf('k')} = $10 and ($7::date is null or (people.anchor_on, people.id) < ($7::date, $8::uuid))
  order by people.anchor_on desc, people.id desc limit $9`);
