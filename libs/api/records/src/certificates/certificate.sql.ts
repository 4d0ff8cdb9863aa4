/** What anybody may know who has the serial. $1 serial, $2 today. */
export const PUBLIC_CERTIFICATE = `
  select c.code, s.state, $2::date::text as "checkedOn", case when w.erased_at is null then concat_ws(' ', w.given_name, w.family_name) end as "holderName",
    k.title as "courseTitle", l.completed_on::text as "completedOn", l.valid_until::text as "validUntil",
    case when s.renewed_by is not null then json_build_object('code', s.renewed_by, 'on', s.renewed_on) end as renewed
  from certificate c
  join ledger_entry l on l.person_id = c.person_id and l.seq = c.seq
  join person w on w.id = who_is(c.person_id)
  join course k on k.id = l.course_id
  cross join lateral certificate_state(c.person_id, c.seq, $2::date) s
  where c.code = $1`;

/** The certificate of one completion, for whoever sees that completion. $1 the entry on whose chain it stands, $2 number, $3 today, $4 who asks. */
export const OWN_CERTIFICATE = `
  select c.code, s.state, concat_ws(' ', w.given_name, w.family_name) as "holderName", k.title as "courseTitle",
    k.code as "courseCode", l.completed_on::text as "completedOn", l.valid_until::text as "validUntil"
  from certificate c
  join ledger_entry l on l.person_id = c.person_id and l.seq = c.seq
  join person w on w.id = who_is(c.person_id)
  join course k on k.id = l.course_id
  cross join lateral certificate_state(c.person_id, c.seq, $3::date) s
  where c.person_id = $1 and c.seq = $2 and w.erased_at is null
    and (sees_whole_record($4, $1, $3::date) or exists (
      select from courses_asked_by(who_is($1), array(select seen_engagements($4, who_is($1), $3::date))) a where a.course_id = l.course_id))`;
