const dayOf = (due: string): string => `
  case
    when t.standing in ('overdue', 'not started', 'in progress') then ${due}
    when t.standing = 'exempt' then (select upper(x) - 1 from unnest(s.exempt) x where x @> $1::date)
    else s.valid_until
  end`;

/** The day that matters for how somebody stands: of standing_dates s, whose standing on $1 is t.standing. */
export const DAY = dayOf('s.due_on');

/**
 * The same for an employer, who is told of no other's: of somebody who works elsewhere too, the day that its own reasons ask
 * for, where any others stand; none where that has not come and they are late. Who works for one alone is most people.
 */
export const OWN_DAY = dayOf(`
    case when not exists (
      select from engagement other
      where other.person_id = s.person_id and (other.ends_on is null or other.ends_on >= $1) and other.id not in (select id from seen))
    then s.due_on
    else (
      select case when bool_and(k.shown) then s.due_on
        else nullif(min(k.due_on) filter (where k.shown), case when t.standing = 'overdue' then greatest(min(k.due_on) filter (where k.shown), $1) end) end
      from assignment owed
      cross join lateral (
        select why.due_on, e.id is null or e.id in (select id from seen) as shown
        from assignment_reason why
        left join path_enrolment way on way.id = why.path_enrolment_id
        left join engagement e on e.id = coalesce(why.engagement_id, way.engagement_id)
        where why.assignment_id = owed.id and why.ended_at is null
      ) k
      where owed.person_id = s.person_id and owed.course_id = s.course_id and owed.state = 'open')
    end`);
