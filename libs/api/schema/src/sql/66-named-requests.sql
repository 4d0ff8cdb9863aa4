-- What learners ask for themselves has a name in the audit log: the person and the course.

/*
 * What people call a thing; null for what has no name, or is not there any more. `p_kind` is the word that audit entries
 * and history have for it.
 */
create or replace function name_of_thing(p_kind text, p_id uuid) returns text language sql stable as $$
  select case p_kind
    when 'person' then (select concat_ws(' ', given_name, family_name) from person where id = p_id)
    when 'organisation' then (select name from organisation where id = p_id)
    when 'scheme' then (select name from scheme where id = p_id)
    when 'engagement' then (
      select concat_ws(' ', p.given_name, p.family_name) || ' at ' || o.short_name
      from engagement e join person p on p.id = e.person_id join organisation o on o.id = e.organisation_id where e.id = p_id)
    when 'role grant' then (
      select concat_ws(' ', p.given_name, p.family_name) from role_grant g join person p on p.id = g.person_id where g.id = p_id)
    when 'course' then (select title from course where id = p_id)
    when 'course version' then (
      select c.title || ', version ' || v.number from course_version v join course c on c.id = v.course_id where v.id = p_id)
    when 'activity' then (select title from activity where id = p_id)
    when 'path' then (select title from learning_path where id = p_id)
    when 'path version' then (
      select l.title || ', version ' || v.number from path_version v join learning_path l on l.id = v.path_id where v.id = p_id)
    when 'path enrolment' then (
      select concat_ws(' ', p.given_name, p.family_name) || ' on ' || l.title
      from path_enrolment n join person p on p.id = n.person_id join learning_path l on l.id = n.path_id where n.id = p_id)
    when 'path task' then (
      select concat_ws(' ', p.given_name, p.family_name) from path_task t join person p on p.id = t.person_id where t.id = p_id)
    when 'assignment' then (
      select concat_ws(' ', p.given_name, p.family_name) || ', ' || c.title
      from assignment a join person p on p.id = a.person_id join course c on c.id = a.course_id where a.id = p_id)
    when 'assignment rule' then (select name from assignment_rule where id = p_id)
    when 'rule version' then (
      select r.name || ', version ' || v.number from rule_version v join assignment_rule r on r.id = v.rule_id where v.id = p_id)
    when 'rule exception' then (
      select concat_ws(' ', p.given_name, p.family_name) from rule_exception x join person p on p.id = x.person_id where x.id = p_id)
    when 'audience' then (select name from audience where id = p_id)
    when 'exemption' then (
      select concat_ws(' ', p.given_name, p.family_name) || ', ' || c.title
      from exemption x join person p on p.id = x.person_id join course c on c.id = x.course_id where x.id = p_id)
    when 'learner request' then (
      select concat_ws(' ', p.given_name, p.family_name) || ', ' || c.title
      from learner_request r join person p on p.id = r.person_id join course c on c.id = r.course_id where r.id = p_id)
    when 'leave of absence' then (
      select concat_ws(' ', p.given_name, p.family_name)
      from leave_of_absence l join engagement e on e.id = l.engagement_id join person p on p.id = e.person_id where l.id = p_id)
    when 'assignment request' then (
      select c.title from assignment_request q join course c on c.id = q.course_id where q.id = p_id)
    when 'equivalence' then (select c.title from equivalence q join course c on c.id = q.course_id where q.id = p_id)
    when 'question bank' then (select title from question_bank where id = p_id)
    when 'resource' then (select title from resource where id = p_id)
    when 'upload' then (select name from upload where id = p_id)
    when 'import' then (select file_name from import where id = p_id)
    when 'schedule' then (select name from schedule where id = p_id)
  end
$$;
