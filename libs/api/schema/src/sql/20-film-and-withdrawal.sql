-- The picture that a film begins with; it is in the library too.
alter table activity add column poster_sha256 text check (poster_sha256 is null or kind = 'video');

/*
 * Whether a person took back their own wish for a course, and nothing else gives it to them: nobody asked for it since, and
 * no completion of theirs counts. What they began stays as it is, for when they wish for it again.
 */
create function withdrawn_from(p_person uuid, p_course uuid, p_today date) returns boolean language sql stable as $$
  select coalesce((
    select a.closed_why = 'withdrawn' and not coalesce(s.lifetime or s.valid_until >= p_today, false)
    from assignment a left join standing_dates s on s.person_id = a.person_id and s.course_id = a.course_id
    where a.person_id = p_person and a.course_id = p_course order by a.cycle desc limit 1
  ), false)
$$;
