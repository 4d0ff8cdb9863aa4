import { instantSql, nameSql } from '../shared/instant.sql.js';

/** A booking `b` of a session `s` as whoever looks after it reads it. */
export const SESSION_BOOKING = `
  b.id as "bookingId", b.person_id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, o.name as "organisationName",
  e.job_role as "jobRole", b.state,
  case when b.state = 'waiting' then (
    select count(*)::int from session_booking w where w.session_id = b.session_id and w.state = 'waiting' and w.queue <= b.queue) end as turn,
  ${instantSql('b.booked_at')} as "bookedAt", case when b.booked_by <> b.person_id then ${nameSql('b.booked_by')} end as "bookedByName",
  b.walk_in as "walkIn",
  case when b.state = 'cancelled' then json_build_object('at', ${instantSql('b.cancelled_at')}, 'reason', b.cancel_reason,
    'byName', case when b.cancelled_by <> b.person_id then ${nameSql('b.cancelled_by')} end) end as cancelled,
  b.attendance, case when g.booking_id is not null then json_build_object('by', g.how, 'at', ${instantSql('g.signed_at')}) end as signed`;

export const SESSION_BOOKING_FROM = `
  session_booking b
  join training_session s on s.id = b.session_id
  join person p on p.id = b.person_id
  join engagement e on e.id = b.engagement_id
  join organisation o on o.id = e.organisation_id
  left join session_signature g on g.booking_id = b.id`;
