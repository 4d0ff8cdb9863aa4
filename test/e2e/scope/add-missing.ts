type Run = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** What the demonstration has nothing of, for people of many organisations; $1 is now. */
const EACH_OF_SOME = [
  `insert into exemption (id, person_id, course_id, from_on, to_on, reason, asked_by, asked_at)
   select gen_random_uuid(), p.id, (select id from course limit 1), $1::date, $1::date + 9, 'Abroad', p.staff, $1 from few p`,
  `insert into learner_request (id, person_id, kind, course_id, why, asked_at)
   select gen_random_uuid(), p.id, 'enrolment', (select id from course limit 1), 'I would like to', $1 from few p`,
  `insert into leave_of_absence (id, engagement_id, from_on, to_on, note, entered_by, entered_at)
   select gen_random_uuid(), e.id, $1::date, $1::date + 9, '', p.staff, $1 from few p join engagement e on e.person_id = p.id`,
  `with asked as (
     insert into assignment_request (id, course_id, why, asked_by, asked_at, state, chosen)
     select gen_random_uuid(), (select id from course limit 1), p.id::text, p.staff, $1, 'given', '{}' from few p returning id, why)
   insert into assignment_request_person (request_id, person_id) select id, why::uuid from asked`,
  `insert into problem_report (id, course_id, course_version_id, activity_id, person_id, words, device, calls, created_at)
   select gen_random_uuid(), v.course_id, v.id, a.id, p.id, 'It stops', '{}', '[]', $1
   from few p, lateral (select * from activity limit 1) a join course_version v on v.id = a.course_version_id`,
  `insert into erasure (id, person_id, ground, reason, digest, counts, proposed_by, proposed_at)
   select gen_random_uuid(), p.id, 'asked', 'Asked by mail', 'x', '[]', p.staff, $1 from few p`,
  `insert into data_request (id, person_id, asked_by, reason, asked_at)
   select gen_random_uuid(), p.id, p.staff, 'Asked by mail', $1 from few p`,
  `insert into legal_hold (id, person_id, reason, placed_by, placed_at)
   select gen_random_uuid(), p.id, 'A claim', p.staff, $1 from few p`,
  `insert into list_file (id, person_id, list, format, filters, asked_at)
   select gen_random_uuid(), p.id, 'people', 'csv', '{}', $1 from few p`,
  `with made as (
     insert into schedule (id, name, person_id, list, format, filters, every, on_day, at_time, state, created_at)
     select gen_random_uuid(), 'Mine', p.id, 'people', 'csv', '{}', 'week', 1, '07:30', 'paused', $1 from few p returning id, person_id)
   insert into schedule_recipient (schedule_id, person_id, added_at) select id, person_id, $1 from made`,
  `insert into saved_view (id, list, name, person_id, filters, saved_at)
   select gen_random_uuid(), 'matrix', 'Mine', p.id, '{}', $1 from few p`,
  `insert into notice (id, person_id, at, kind, about, link, dedupe_key)
   select gen_random_uuid(), p.id, $1, 'course-given', '{}', '/', 'scope ' || p.id from few p`,
  `with made as (
     insert into import (id, kind, file_name, size, state, created_by, created_at, moved_at)
     select gen_random_uuid(), 'people', 'crew.csv', 1, 'checked', p.id, $1, $1 from few p returning id)
   insert into import_row (import_id, n, cells) select id, 2, '{}' from made`,
  `insert into import_mapping (id, kind, name, headings, created_by, created_at)
   select gen_random_uuid(), 'people', 'Ours', '{}', p.id, $1 from few p`,
  `with card as (
     insert into outside_qualification (id, kind, issuer, title, created_at) values (gen_random_uuid(), 'card', 'CSCS', 'Site card', $1) returning id)
   insert into outside_award (id, person_id, qualification_id, awarded_on, recorded_by, recorded_at, key)
   select gen_random_uuid(), p.id, card.id, '2024-01-08', p.staff, $1, 'scope ' || p.id from few p, card`,
];

/** One person of every organisation, and one of those who have left. */
const SOME = `
  with few as (
    select distinct on (e.organisation_id, e.ends_on < $1::date) e.person_id as id,
      (select person_id from role_grant where role = 'people-team' limit 1) as staff
    from engagement e order by e.organisation_id, e.ends_on < $1::date, e.person_id desc
  )`;

/** The demonstration's administrator can give every role; here it is looked at what the role brings alone. */
const ADMINISTRATOR_ALONE = `
  delete from role_grant where role = 'people-team'
    and person_id in (select person_id from role_grant where role = 'administrator')`;

export async function addMissing(sql: Run, now: Date): Promise<void> {
  await sql(ADMINISTRATOR_ALONE);
  for (const words of EACH_OF_SOME)
    await sql(words.startsWith('with') ? words.replace(/^with/, `${SOME},`) : `${SOME} ${words}`, [now.toISOString()]);
}
