/** The session that $1 comes to next for the course of `item`, from the day $2 on: a place is worth more than a turn. */
export const bookedJson = (item: string): string => `
  case when ${item}.in_person then (
    select json_build_object('sessionId', o.id, 'waiting', b.state = 'waiting',
      'startsAt', to_char(o.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    from session_booking b join training_session o on o.id = b.session_id
    where b.person_id = $1 and b.state in ('booked', 'waiting') and o.state = 'planned' and o.course_id = ${item}.course_id
      and (o.starts_at at time zone 'Europe/London')::date >= $2
    order by b.state, o.starts_at limit 1
  ) end`;
