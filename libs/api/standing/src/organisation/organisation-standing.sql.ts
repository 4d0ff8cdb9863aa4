/**
 * Engagements today with an organisation or the tiers below it, of those whom the reader sees. Who sees everybody is asked
 * once, so that the set of everybody is not made. $1 organisation, $2 today, $3 who asks.
 */
const ENGAGED = `
  organisation_and_below($1) b(id)
  -- Looked up organisation by organisation: how many they are no plan can know, and it would go through everybody.
  cross join lateral (
    select x.id, x.person_id, x.starts_on, x.ends_on from engagement x where x.organisation_id = b.id offset 0
  ) e
  where e.starts_on <= $2 and (e.ends_on is null or e.ends_on >= $2)
    and ((select holds_role($3, '{people-team,auditor}', $2)) or (e.id in (select engagements_in_scope($3, $2))) is true)`;

/** The people, with one engagement each. */
const PEOPLE = `select e.person_id, min(e.id::text)::uuid as engagement_id from ${ENGAGED} group by e.person_id`;

/**
 * What counts of a person: what is required, and, for a reader who does not see everybody ($4 false), what reasons of
 * engagements that they see ask for.
 */
const REQUIRED = `
  s.required and ($4::boolean or exists (
    select from assignment a
    join assignment_reason r on r.assignment_id = a.id
    left join path_enrolment n on n.id = r.path_enrolment_id
    where a.person_id = s.person_id and a.course_id = s.course_id and r.ended_at is null
      and (coalesce(r.engagement_id, n.engagement_id) in (select engagements_in_scope($3, $2))) is true offset 0))`;

/** What is kept of the day, looked up for all of them at once, and who is not kept worked out, for whoever sees everything. */
const EVERYTHING = `
  people p
  left join (
    select k.* from standing_kept k where k.person_id = any (array(select person_id from people)) offset 0
  ) k on k.person_id = p.person_id
  cross join lateral (
    select k.sums where k.on_day = $2
    union all
    select w.sums from standing_days_of(array[p.person_id], $2) w where k.on_day is distinct from $2
  ) d`;
/** The same of what reasons ask for of engagements that the reader sees. */
const ASKED = `
  standing_days_asked(array(select person_id from people), array(select engagements_in_scope($3, $2)), $2) d`;

const countedOf = (days: string): string => `
  select cell_standing(x.place::int) as standing, x.n::int
  from (select array[${[1, 2, 3, 4, 5, 6, 7].map((n) => `sum(d.sums[${n}])`).join(', ')}] as sums from ${days}) t
  cross join lateral unnest(t.sums) with ordinality x(n, place)
  where x.n > 0`;

export const organisationTotals = (everything: boolean): string => `
  with people as materialized (select distinct e.person_id from ${ENGAGED}),
  counts as (${countedOf(everything ? EVERYTHING : ASKED)})
  select json_build_object('organisationId', o.id, 'name', o.name, 'people', k.people, 'required', t.required,
    'exempt', t.exempt, 'counts', t.counts)::text as answer
  from organisation o
  cross join lateral (select count(*)::int as people from people) k
  cross join lateral (
    select coalesce(sum(n), 0)::int as required, coalesce(sum(n) filter (where standing = 'exempt'), 0)::int as exempt,
      coalesce(json_object_agg(standing, n), '{}') as counts from counts
  ) t
  where o.id = $1 and k.people > 0`;

/** $5, $6 and $7 the place to go on from, $8 how many. Only who is on the page is looked at. */
export const ORGANISATION_PAGE = `
  with page as materialized (
    select p.person_id, p.engagement_id, lower(w.family_name) as "familyKey", lower(w.given_name) as "givenKey",
      concat_ws(' ', w.given_name, w.family_name) as name
    from (${PEOPLE}) p cross join lateral (select * from person n where n.id = p.person_id offset 0) w
    where $5::text is null or (lower(w.family_name), lower(w.given_name), w.id) > ($5::text, $6::text, $7::uuid)
    order by 3, 4, 1 limit $8
  )
  select p.person_id as "personId", p.name, o.short_name as "organisationName", e.job_role as "jobRole", t.required, t.exempt,
    t.counts, p."familyKey", p."givenKey"
  from page p
  join engagement e on e.id = p.engagement_id
  join organisation o on o.id = e.organisation_id
  cross join lateral (
    select coalesce(sum(n), 0)::int as required, coalesce(sum(n) filter (where standing = 'exempt'), 0)::int as exempt,
      coalesce(json_object_agg(standing, n), '{}') as counts
    from (
      select standing_on(s.*, $2) as standing, count(*)::int as n from standing_dates s
      where s.person_id = p.person_id and ${REQUIRED} group by 1
    ) c
  ) t
  order by p."familyKey", p."givenKey", p.person_id`;
