/**
 * What the addresses of the API name, and whom it is about: SQL that answers the address's parameters by their names and
 * `about`, a person; `also` is somebody who has a part in it and sees it. `null` is about nobody: courses, rules, files. A new
 * address without a line here fails the test.
 */
export const THINGS: Readonly<Record<string, string | null>> = {
  'people/{id}': 'select id, id as about from person',
  'people/{id}/courses/{courseId}':
    'select person_id as id, course_id as "courseId", person_id as about from assignment',
  'people/{id}/completions/{seq}': 'select person_id as id, seq, person_id as about from ledger_entry',
  'people/{id}/outside-awards/{awardId}':
    'select person_id as id, id as "awardId", person_id as about from outside_award',
  'engagements/{id}': 'select id, person_id as about from engagement',
  'leaves/{id}':
    'select l.id, e.person_id as about from leave_of_absence l join engagement e on e.id = l.engagement_id',
  'grants/{id}': 'select id, person_id as about from role_grant',
  'assignments/{id}': 'select id, person_id as about from assignment where closed_on is null',
  'assignment-requests/{id}': 'select request_id as id, person_id as about from assignment_request_person',
  'exemptions/{id}': 'select id, person_id as about from exemption',
  'learner-requests/{id}': 'select id, person_id as about from learner_request',
  'my/requests/{id}': 'select id, person_id as about from learner_request',
  'rule-exceptions/{id}': 'select id, person_id as about from rule_exception',
  'path-enrolments/{id}': 'select id, person_id as about from path_enrolment',
  'tasks/{id}': 'select id, person_id as about, assignee_id as also from path_task',
  'attempts/{id}': 'select id, person_id as about from attempt',
  'courses/{courseId}/attempts/{attemptId}':
    'select course_id as "courseId", id as "attemptId", person_id as about from attempt',
  'launches/{id}': 'select id, person_id as about from launch',
  'problems/{id}': 'select id, person_id as about from problem_report',
  'assessments/{id}':
    'select id, person_id as about, assessor_id as also from practical_draft union select id, person_id, assessor_id from practical_sign_off',
  'assessments/{id}/photos/{photoId}':
    'select assessment_id as id, p.id as "photoId", s.person_id as about from practical_photo p join practical_sign_off s on s.id = p.assessment_id',
  'assessments/people/{id}': 'select id, id as about from person',
  'evidence/{id}': 'select id, person_id as about from evidence_submission',
  'evidence/people/{id}': 'select id, id as about from person',
  'evidence/people/{personId}/activities/{activityId}':
    'select person_id as "personId", activity_id as "activityId", person_id as about from attempt where activity_id in (select id from activity where kind = \'evidence\')',
  'erasures/{id}': 'select id, person_id as about from erasure',
  'data-requests/{id}': 'select id, person_id as about from data_request',
  'legal-holds/{id}': 'select id, person_id as about from legal_hold',
  'merges/{id}': 'select id, same_as as about from person_merge',
  'bookings/{id}':
    'select b.id, b.person_id as about, (select t.person_id from session_trainer t where t.session_id = b.session_id limit 1) as also from session_booking b',
  'my/bookings/{id}': 'select id, person_id as about from session_booking',
  'sessions/{id}/register/{bookingId}':
    'select b.session_id as id, b.id as "bookingId", b.person_id as about, (select t.person_id from session_trainer t where t.session_id = b.session_id limit 1) as also from session_booking b',
  'mails/{id}': 'select id, person_id as about from mail',
  'my/attempts/{id}': 'select id, person_id as about from attempt',
  'my/quiz-runs/{id}': 'select r.id, a.person_id as about from quiz_run r join attempt a on a.id = r.attempt_id',
  'my/notices/{id}': 'select id, person_id as about from notice',
  'my/completions/{seq}': null,
  'me/sessions/{id}': 'select id, person_id as about from session',
  'me/second-factor/passkeys/{id}': 'select id, person_id as about from passkey',
  'support/people/{id}': 'select id, id as about from person',
  'matrix/views/{id}': 'select id, person_id as about from saved_view where not shared',
  'list-files/{id}': 'select id, person_id as about from list_file',
  'schedules/{id}': 'select id, person_id as about from schedule',
  'my/schedules/{id}': 'select schedule_id as id, person_id as about from schedule_recipient',
  'imports/{id}': 'select id, created_by as about from import',
  'imports/{id}/rows/{n}':
    'select r.import_id as id, r.n, i.created_by as about from import_row r join import i on i.id = r.import_id',
  'import-mappings/{id}': 'select id, created_by as about from import_mapping',
  'uploads/{id}': 'select id, created_by as about from upload',

  'activities/{id}': null,
  'activities/{id}/captions/{language}': null,
  'anchors/{day}': null,
  'audiences/{id}': null,
  'audit-events/{id}': null,
  'catalogue/{id}': null,
  'certificates/{code}': null,
  'course-versions/{id}': null,
  'courses/{id}': null,
  'equivalence-ends/{id}': null,
  'equivalence-previews/{id}': null,
  'equivalence-versions/{id}': null,
  'equivalences/{id}': null,
  'evidence/files/{id}': null,
  'my/activities/{id}': null,
  'my/courses/{id}': null,
  'my/reminders/{topic}': null,
  'organisations/{id}': null,
  'overview/questions/{id}': null,
  'path-versions/{id}': null,
  'paths/{id}': null,
  'question-banks/{id}': null,
  'questions/{id}': null,
  'resources/{id}': null,
  'retention/{kind}': null,
  'rule-previews/{id}': null,
  'rule-versions/{id}': null,
  'rules/{id}': null,
  'schemes/{id}': null,
  'sessions/{id}': null,
  'uploads/resumable/{id}': null,
};

/** Where to find some of what is about nobody, so that what it answers is read too. */
export const TABLES: Readonly<Record<string, string>> = {
  'activities/{id}': 'activity',
  'audiences/{id}': 'audience',
  'audit-events/{id}': 'audit_event',
  'catalogue/{id}': 'course',
  'course-versions/{id}': 'course_version',
  'courses/{id}': 'course',
  'equivalences/{id}': 'equivalence',
  'my/courses/{id}': 'course',
  'organisations/{id}': 'organisation',
  'overview/questions/{id}': 'question',
  'path-versions/{id}': 'path_version',
  'paths/{id}': 'learning_path',
  'question-banks/{id}': 'question_bank',
  'questions/{id}': 'question',
  'resources/{id}': 'resource',
  'rule-versions/{id}': 'rule_version',
  'rules/{id}': 'assignment_rule',
  'schemes/{id}': 'scheme',
  'sessions/{id}': 'training_session',
};

/** The longest beginning of an address that ends with a parameter, as `THINGS` has it. */
export function thingOf(path: string): string {
  const parts = path.split('/');
  return parts.slice(0, parts.findLastIndex((part) => part.startsWith('{')) + 1).join('/');
}

/** Things that the demonstration has none of, and that are not made up here; each has its own test. */
export const NONE_OF = ['assessments/{id}/photos/{photoId}', 'me/second-factor/passkeys/{id}', 'uploads/{id}'];

/**
 * Seen whole by a role for its work, and not for the person: who keeps the post going, who mends courses, and who answers for
 * the system and reads its journal.
 */
export const OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  'audit-events': ['administrator'],
  'audit-events/{id}': ['administrator'],
  'mails/{id}': ['administrator'],
  'problems/{id}': ['author'],
};
