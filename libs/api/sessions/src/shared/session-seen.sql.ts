/**
 * $1 who asks, $2 today. The organisations through which they see sessions, with those above each: their own employers, and
 * those of people they see. Nobody of the People Team needs it.
 */
export const OPEN_TO = `
  employer as materialized (
    select distinct e.organisation_id as id from engagements_in_scope($1, $2) x(id) join engagement e on e.id = x.id
    where (e.ends_on is null or e.ends_on >= $2) and not holds_role($1, '{people-team,auditor}', $2)
  ), open_to(id) as (
    select id from employer
    union
    select o.parent_id from open_to t join organisation o on o.id = t.id where o.parent_id is not null
  )`;

/** Whether a session `s` is seen; stands in a query that begins with {@link OPEN_TO}. */
export const SESSION_SEEN = `(
  (select holds_role($1, '{people-team,auditor}', $2))
  or exists (select from session_trainer x where x.session_id = s.id and x.person_id = $1)
  or exists (select from session_booking x where x.session_id = s.id and x.person_id = $1)
  or (exists (select from employer) and not exists (select from session_organisation x where x.session_id = s.id))
  or exists (select from session_organisation x where x.session_id = s.id and x.organisation_id in (select id from open_to)))`;

/** Whether the reader keeps the session: a trainer of it, for as long as they are one, or of the People Team. */
export const SESSION_KEPT = `(
  (select holds_role($1, '{people-team}', $2))
  or (select holds_role($1, '{trainer}', $2)) and exists (select from session_trainer x where x.session_id = s.id and x.person_id = $1))`;
