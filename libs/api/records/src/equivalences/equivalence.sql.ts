/** The source of an equivalence `e`, with its course `sc`, or its qualification `q` and the company `qo`. */
export const SOURCE = `
  json_build_object('kind', coalesce(q.kind, 'course'), 'id', coalesce(q.id, sc.id), 'by', coalesce(nullif(q.issuer, ''), qo.name),
    'code', coalesce(q.code, sc.code), 'title', coalesce(q.title, sc.title))`;
export const SOURCE_JOINS = `
  left join course sc on sc.id = e.source_course_id
  left join outside_qualification q on q.id = e.qualification_id
  left join organisation qo on qo.id = q.organisation_id`;

export const nameOf = (id: string): string =>
  `(select concat_ws(' ', n.given_name, n.family_name) from person n where n.id = ${id})`;
export const instant = (at: string): string => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A run `r`, as JSON. */
export const RUN = `json_build_object('id', r.id, 'kind', r.kind, 'dry', r.dry, 'done', r.done, 'total', r.total, 'entries', r.entries,
  'requestedAt', ${instant('r.requested_at')}, 'doneAt', ${instant('r.done_at')})`;

/** How an equivalence stands on `today`, by its version `v` that is in force or the newest. */
export const stateOf = (today: string): string =>
  `case v.state when 'active' then case when v.to_on < ${today} then 'closed' else 'in-force' end else v.state end`;

/** The version that counts: the one in force, else the newest. */
export const CURRENT = `
  join lateral (
    select w.* from equivalence_version w where w.equivalence_id = e.id
    order by w.state = 'active' desc, w.number desc limit 1
  ) v on true`;

export const PEOPLE = `(select count(distinct c.person_id)::int from counted_through c
  where c.equivalence_id = e.id
    and not exists (select from ledger_entry x where x.person_id = c.person_id and x.kind = 'revocation' and x.revokes_seq = c.seq))`;
