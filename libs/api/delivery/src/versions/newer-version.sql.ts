/*
 * What a learner is told about versions. Parts of the outline's query: `v` the version that the person is on, $1 person,
 * $3 today.
 */

/** The published version after the one that a person is on, and what that means for what they began; else null. */
export const NEWER_VERSION = `
  select json_build_object(
    'courseVersionId', p.id, 'number', p.number, 'news', p.news,
    'publishedOn', ((p.published_at at time zone 'Europe/London')::date)::text,
    'change', case when edition_of(p.id) = edition_of(v.id) then 'minor' else 'major' end,
    'begun', case when g.restarts then 'restart' else 'finish' end,
    'endsOn', g.ends_on::text)
  from course_version p
  cross join lateral (
    select coalesce(bool_or(m.change = 'major' and m.begun = 'restart'), false) as restarts,
      min(m.old_ends_on) filter (where m.change = 'major' and m.begun = 'restart') as ends_on
    from course_version m where m.course_id = v.course_id and m.number > v.number and m.number <= p.number
  ) g
  where p.course_id = v.course_id and p.state = 'published' and p.number > v.number`;

/** An earlier version that a person had begun and that ended by its date, until they begin this one; else null. */
export const ENDED_VERSION = `
  select json_build_object('number', o.number, 'on', m.old_ends_on::text)
  from attempt t
  join course_version o on o.id = t.course_version_id and o.number < v.number
  join course_version m on m.course_id = o.course_id and m.number > o.number and m.number <= v.number
    and m.change = 'major' and m.begun = 'restart' and m.old_ends_on < $3
  where t.person_id = $1 and t.course_id = v.course_id
    and not exists (
      select from ledger_entry k where k.person_id = any (persons_as($1)) and k.course_id = v.course_id and k.kind = 'completion'
        and k.recorded_at >= t.started_at)
    and not exists (
      select from fresh_start f where f.person_id = $1 and f.course_version_id = v.id and f.why = 'asked')
    and not exists (select from attempt b where b.person_id = $1 and b.course_version_id = v.id)
  order by o.number desc, m.old_ends_on
  limit 1`;
