/**
 * Why a document `a` of version `v` of course `c`, which person $1 acknowledged, is to be read again: now, or later, when
 * what holds them on this version is done. At most one row: the newest acknowledgement and the revision that came after it.
 */
export const REVISIONS = `
  select read_again_since(t.id, x.version_id) as since, t.done_at as read_at, x.later
  from attempt t
  join activity d on d.id = t.activity_id and d.lineage_id = a.lineage_id
  cross join lateral (
    select v.id as version_id, false as later
    union all
    select p.id, true from course_version p
    where p.course_id = c.id and p.state = 'published' and p.number > v.number and edition_of(p.id) = edition_of(v.id)
  ) x
  where t.person_id = $1 and t.course_id = c.id and t.state = 'done' and t.done_at > counted_since($1, c.id, $3)
    and edition_of(t.course_version_id) = edition_of(v.id) and read_again_since(t.id, x.version_id) is not null
    and (x.later or not exists (
      select from done_in_edition($1, v.id, counted_since($1, c.id, $3)) n where n.activity_id = a.id))
  order by x.later, t.done_at desc limit 1`;
