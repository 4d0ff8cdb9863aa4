import { instantSql, nameSql } from './instant.sql.js';

/** A session `s` as it stands in lists, with what is booked in it; $1 is the reader. */
export const LISTED = `
  s.id, s.version, s.course_id as "courseId", c.code as "courseCode", c.title as "courseTitle", s.activity_id as "activityId",
  a.title as "activityTitle", s.form, s.state, ${instantSql('s.starts_at')} as "startsAt", ${instantSql('s.ends_at')} as "endsAt",
  s.place, s.join_url is not null as online,
  (select coalesce(json_agg(json_build_object('personId', t.person_id, 'name', ${nameSql('t.person_id')}) order by ${nameSql('t.person_id')}), '[]')
    from session_trainer t where t.session_id = s.id) as trainers,
  s.capacity, n.booked, n.waiting,
  case when s.capacity is not null then case when n.waiting > 0 then 0 else greatest(s.capacity - n.booked, 0) end end as free,
  (select json_build_object('bookingId', m.id, 'state', m.state, 'turn', case when m.state = 'waiting' then (
      select count(*) from session_booking o where o.session_id = s.id and o.state = 'waiting' and o.queue <= m.queue) end)
    from session_booking m where m.session_id = s.id and m.person_id = $1 and m.state <> 'cancelled') as mine`;

export const LISTED_FROM = `
  training_session s
  join course c on c.id = s.course_id
  join activity a on a.id = s.activity_id
  cross join lateral (
    select count(*) filter (where b.state = 'booked')::int as booked, count(*) filter (where b.state = 'waiting')::int as waiting
    from session_booking b where b.session_id = s.id) n`;
