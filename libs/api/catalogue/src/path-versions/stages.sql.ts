/** The stages of the version `v` with their choices and steps, as the contract has them, in order. */
export const STAGES = `
  select json_agg(json_build_object(
    'id', s.id, 'title', s.title, 'dayOffset', s.day_offset, 'choices', (
      select coalesce(json_agg(json_build_object('key', h.id, 'need', h.need) order by h.position), '[]')
      from path_choice h where h.stage_id = s.id
    ), 'steps', (
      select coalesce(json_agg(json_build_object(
        'id', t.id, 'key', t.key, 'kind', t.kind, 'title', coalesce(c.title, t.title), 'courseId', t.course_id,
        'coursePublished', exists (select from course_version p where p.course_id = c.id and p.state = 'published'),
        'learnerTitle', t.learner_title, 'instructions', t.instructions, 'doer', t.doer, 'dayOffset', t.day_offset,
        'optional', t.optional, 'choice', t.choice_id, 'after', (
          select coalesce(json_agg(b.key order by bs.position, b.position), '[]')
          from path_step_after a join path_step b on b.id = a.after_id join path_stage bs on bs.id = b.stage_id
          where a.step_id = t.id
        )
      ) order by t.position), '[]')
      from path_step t left join course c on c.id = t.course_id where t.stage_id = s.id
    )
  ) order by s.position) as stages
  from path_stage s where s.path_version_id = v.id`;
