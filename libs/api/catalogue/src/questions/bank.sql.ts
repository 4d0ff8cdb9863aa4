/*
 * A bank with what is in it. What is retired is asked no more and not counted. `usedBy` are the courses whose draft,
 * version in review or published version has a quiz that names the bank.
 */
export const BANK = `
  select b.id, b.version, b.title, b.description, n.questions, n."safetyCritical", coalesce(t.tags, '[]') as tags,
    coalesce(u."usedBy", '[]') as "usedBy"
  from question_bank b
  left join lateral (
    select count(*)::int as questions, count(*) filter (where q.safety_critical)::int as "safetyCritical"
    from current_question q where q.bank_id = b.id and not q.retired
  ) n on true
  left join lateral (
    select json_agg(json_build_object('tag', g.tag, 'questions', g.questions) order by lower(g.tag), g.tag) as tags
    from (
      select tag, count(*)::int as questions
      from current_question q cross join unnest(q.tags) tag where q.bank_id = b.id and not q.retired group by tag
    ) g
  ) t on true
  left join lateral (
    select json_agg(json_build_object('courseId', c.id, 'title', c.title) order by lower(c.title), c.id) as "usedBy"
    from course c where c.id in (
      select v.course_id from activity a join course_version v on v.id = a.course_version_id
      where a.kind = 'quiz' and v.state in ('draft', 'in-review', 'published')
        and a.settings @> jsonb_build_object('sections', jsonb_build_array(jsonb_build_object('bankId', b.id)))
    )
  ) u on true`;
