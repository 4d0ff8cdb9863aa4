import { Factory, type TestDatabase } from '@lms/testing';
import { v7 as uuid } from 'uuid';

export const TODAY = '2026-06-01';
export const AT = '2026-06-01T09:00:00Z';
/** What somebody typed, or a lesson kept, or a file was called. */
export const WORD = 'marmalade';
/** Everything by which the person may be found again. */
export const TRACES = [
  'Zebedee',
  'Quillfeather',
  'Zeb',
  'zeb@home.test',
  '07700 900777',
  'zq-4711',
  'zeb.work@org.test',
  'zebq',
  'HCI-998877',
  WORD,
];
export const SHA = { evidence: 'e'.repeat(64), photo: 'f'.repeat(64), zip: 'd'.repeat(64), shared: 'c'.repeat(64) };

export interface Everything {
  person: string;
  alias: string;
  other: string;
  team: [string, string];
  organisation: string;
  course: string;
}

/** A person of whom every table knows something, who has left; and another one who shares a file and a request. */
export async function everything(db: TestDatabase): Promise<Everything> {
  const make = new Factory(db);
  const put = async (table: string, values: Record<string, unknown>): Promise<void> => {
    const columns = Object.keys(values);
    await db.sql(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(values).map((value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value)
          ? JSON.stringify(value)
          : value,
      ),
    );
  };
  const organisation = await make.organisation({ name: 'Dunmarsh Surfacing' });
  const person = await make.person({ givenName: 'Zebedee', familyName: 'Quillfeather', contactEmail: 'zeb@home.test' });
  const alias = await make.person({ givenName: 'Zebedee', familyName: 'Quillfeathers', contactEmail: 'zeb@home.test' });
  const other = await make.person({ givenName: 'Owen', familyName: 'Pike', contactEmail: 'owen@home.test' });
  const team: [string, string] = [
    await make.person({ givenName: 'Helen' }),
    await make.person({ givenName: 'Daniel' }),
  ];
  await db.sql(`update person set known_as = 'Zeb', phone = '07700 900777' where id = $1`, [person]);
  const engagement = uuid();
  await put('engagement', {
    ...{ id: engagement, person_id: person, organisation_id: organisation, employee_number: 'zq-4711' },
    ...{ job_role: 'Operative', employment_group: 'site', line_manager_id: other, work_email: 'zeb.work@org.test' },
    ...{ starts_on: '2018-01-08', ends_on: '2019-01-31', created_at: AT, tags: [WORD] },
  });
  await put('leave_of_absence', {
    ...{ id: uuid(), engagement_id: engagement, from_on: '2018-03-01', to_on: '2018-03-09', note: WORD },
    ...{ entered_by: other, entered_at: AT },
  });
  const mistaken = uuid();
  await put('leave_of_absence', {
    ...{ id: mistaken, engagement_id: engagement, from_on: '2018-05-01', to_on: '2018-05-09', note: WORD },
    ...{ entered_by: other, entered_at: AT },
  });
  await db.sql('delete from leave_of_absence where id = $1', [mistaken]);
  await make.grant({ personId: person, role: 'trainer', startsOn: '2018-02-01', endsOn: '2018-12-31' });

  await put('sign_in_name', { id: uuid(), person_id: person, name: 'zebq', kind: 'username', created_at: AT });
  await put('password', { person_id: person, hash: WORD, changed_at: AT });
  const session = uuid();
  await put('session', {
    ...{ id: session, person_id: person, client: 'browser', device: WORD, created_at: AT, last_used_at: AT },
    expires_at: AT,
  });
  await put('refresh_token', { hash: Buffer.from('a1'), session_id: session, issued_at: AT });
  await put('one_time_link', {
    hash: Buffer.from('a2'),
    kind: 'reset',
    person_id: person,
    created_at: AT,
    expires_at: AT,
  });
  await put('leaver_link', {
    ...{ id: uuid(), person_id: person, hash: Buffer.from('a3'), sent_to: 'zeb@home.test', created_at: AT },
    ends_on: TODAY,
  });
  await put('privacy_acceptance', { person_id: person, notice_version: 1, accepted_at: AT });

  const course = await make.course({ title: 'Service avoidance' });
  const version = await make.courseVersion({ courseId: course, validityMonths: 36 });
  const activity = uuid();
  await db.sql(
    `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', 'Talk')`,
    [activity, version],
  );
  await make.publish(version);
  const [request, assignment] = [uuid(), uuid()];
  await put('assignment_request', {
    ...{
      id: request,
      course_id: course,
      why: 'For Zebedee Quillfeather, Zebra crossings',
      asked_by: team[0],
    },
    ...{ asked_at: AT, state: 'given', chosen: { lines: ['ZQ-4711', 'owen@home.test', 'Zeb@home.test'] } },
  });
  for (const id of [person, other]) await put('assignment_request_person', { request_id: request, person_id: id });
  const alone = uuid();
  await put('assignment_request', {
    ...{ id: alone, course_id: course, why: WORD, asked_by: team[0], asked_at: AT, state: 'given', chosen: {} },
  });
  await put('assignment_request_person', { request_id: alone, person_id: person });
  await put('assignment', {
    id: assignment,
    person_id: person,
    course_id: course,
    due_on: '2018-06-01',
    created_at: AT,
  });
  await put('assignment_reason', {
    ...{ id: uuid(), assignment_id: assignment, kind: 'person', request_id: request, since: AT },
    facts: { tags: [WORD], jobRole: 'Operative' },
  });
  await put('due_extension', {
    ...{ id: uuid(), assignment_id: assignment, due_on: '2018-07-01', reason: WORD, by_id: other, at: AT },
  });
  await put('exemption', {
    ...{ id: uuid(), person_id: person, course_id: course, from_on: '2018-05-01', to_on: '2018-05-09', reason: WORD },
    ...{ state: 'approved', asked_by: other, asked_at: AT, decided_by: team[0], decided_at: AT, decision: WORD },
  });
  const [audience, rule, ruleVersion, preview] = [uuid(), uuid(), uuid(), uuid()];
  await put('audience', { id: audience, name: 'All', predicate: { all: [] }, owner_id: team[0], created_at: AT });
  await put('assignment_rule', { id: rule, name: 'All', owner_id: team[0], created_at: AT });
  await put('rule_version', {
    ...{ id: ruleVersion, rule_id: rule, number: 1, predicate: { all: [] }, course_id: course, due: {} },
    ...{ recurrence: {}, effective_on: TODAY, created_by: team[0], created_at: AT, state: 'draft' },
  });
  await put('rule_exception', {
    ...{ id: uuid(), rule_id: rule, rule_version_id: ruleVersion, engagement_id: engagement, person_id: person },
    ...{ policy_due_on: TODAY, realistic_due_on: TODAY, raised_at: AT, note: WORD },
  });
  await put('rule_person', { rule_id: rule, person_id: person, next_on: TODAY });
  await put('rule_preview', {
    ...{ id: preview, rule_version_id: ruleVersion, made_by: team[0], made_at: AT, on_date: TODAY, digest: 'x' },
    ...{ seen: 1, people: 1, gains: 1, loses: 0, moves: 0, keeps: 0 },
  });
  await put('rule_preview_row', {
    ...{ rule_preview_id: preview, engagement_id: engagement, person_id: person, effect: 'gains' },
    ...{ too_soon: false, valid: false },
  });

  const [path, pathVersion, stage, step, enrolment, task] = [uuid(), uuid(), uuid(), uuid(), uuid(), uuid()];
  await put('learning_path', { id: path, code: 'P', title: 'Joiner', kind: 'onboarding', created_at: AT });
  await put('path_version', {
    id: pathVersion,
    path_id: path,
    number: 1,
    state: 'draft',
    audience: {},
    created_at: AT,
  });
  await put('path_stage', { id: stage, path_version_id: pathVersion, position: 1, title: 'Day 0', day_offset: 0 });
  await put('path_step', {
    ...{ id: step, stage_id: stage, position: 1, kind: 'task', title: 'Meet {name}', doer: 'buddy' },
  });
  await put('path_enrolment', {
    ...{ id: enrolment, person_id: person, engagement_id: engagement, path_id: path, path_version_id: pathVersion },
    ...{ anchor_on: '2018-01-08', opens_on: '2018-01-01', given_on: '2018-01-01', state: 'closed', created_at: AT },
    ...{ buddy_id: other, facts: { tags: [WORD] } },
  });
  await put('path_task', {
    ...{
      id: task,
      path_enrolment_id: enrolment,
      path_step_id: step,
      step_key: uuid(),
      person_id: person,
      doer: 'buddy',
    },
    ...{ assignee_id: other, due_on: '2018-01-09', opens_on: '2018-01-01', created_at: AT },
  });
  await put('path_task_fact', {
    ...{
      id: uuid(),
      path_task_id: task,
      seq: 1,
      kind: 'done',
      by_id: other,
      at: AT,
      on_date: '2018-01-09',
      note: WORD,
    },
  });
  await put('fresh_start', { person_id: person, course_id: course, course_version_id: version, at: AT, why: 'asked' });
  await put('bookmark', { person_id: person, course_id: course, created_at: AT });

  const [attempt, launch, run] = [uuid(), uuid(), uuid()];
  await put('attempt', {
    ...{ id: attempt, person_id: person, activity_id: activity, course_version_id: version, course_id: course },
    ...{ number: 1, state: 'done', started_at: AT, done_at: AT, updated_at: AT },
  });
  const othersAttempt = uuid();
  await put('attempt', {
    ...{ id: othersAttempt, person_id: other, activity_id: activity, course_version_id: version, course_id: course },
    ...{ number: 1, started_at: AT, updated_at: AT },
  });
  await put('attempt_sco', {
    ...{ attempt_id: attempt, sco: 'S1', stopped_at: WORD },
    elements: { 'cmi.suspend_data': WORD, 'cmi.core.student_name': 'Quillfeather, Zebedee' },
  });
  await put('attempt_coverage', { attempt_id: attempt });
  await put('launch', { id: launch, attempt_id: attempt, person_id: person, number: 1, created_at: AT });
  await put('commit_log', { launch_id: launch, seq: 1, body_hash: Buffer.from('b'), received_at: AT, applied: true });
  await put('runtime_log', {
    ...{ launch_id: launch, first_call: 0, calls: { said: WORD }, count: 1, bytes: 9, received_at: AT },
  });
  await put('acknowledgement', {
    ...{ attempt_id: attempt, person_id: person, sha256: SHA.shared, name: 'Zeb Quillfeather', acknowledged_at: AT },
  });
  await put('promise', {
    ...{ attempt_id: attempt, person_id: person, name: 'Zeb Quillfeather', settings_hash: 'x', made_at: AT },
  });
  await db.sql(
    `insert into quiz_run (id, attempt_id, number, seed, drawn, started_at, answers, last_change, handed_in_at, passed, score, failed_safety, marks, result)
     values ($1, $2, 1, 's', '[{"id": 1}]', $3, $4, $4, $3, true, 100, false, '{true}', '{}')`,
    [run, attempt, AT, JSON.stringify({ '1': WORD })],
  );
  await put('quiz_mark', { question_id: uuid(), run_id: run, was_right: true });
  await put('quiz_extra_tries', {
    ...{ id: uuid(), attempt_id: attempt, tries: 1, reason: WORD, given_by: other, given_at: AT },
  });
  await put('in_person_record', {
    ...{
      id: uuid(),
      attempt_id: attempt,
      person_id: person,
      recorded_by: other,
      completed_on: '2018-04-01',
      note: WORD,
    },
    recorded_at: AT,
  });
  await put('practical_request', { id: uuid(), attempt_id: attempt, person_id: person, note: WORD, asked_at: AT });
  const signed = uuid();
  await put('practical_draft', {
    ...{ id: uuid(), attempt_id: attempt, person_id: person, assessor_id: other, note: WORD, started_at: AT },
    updated_at: AT,
  });
  await db.sql(
    `insert into practical_sign_off (id, attempt_id, person_id, assessor_id, basis, passed, results, note, photos, signed_at)
     values ($1, $2, $3, $4, 'trainer', true, $5, $6, $7, $8)`,
    [signed, attempt, person, other, JSON.stringify([{ itemId: uuid(), met: true, note: WORD }]), WORD, '[]', AT],
  );
  await put('practical_photo', {
    ...{ id: uuid(), assessment_id: signed, sha256: SHA.photo, size: 1, media_type: 'image/png', added_by: other },
    added_at: AT,
  });
  const [file, shared] = [uuid(), uuid()];
  for (const [id, sha256] of [
    [file, SHA.evidence],
    [shared, SHA.shared],
  ]) {
    await put('evidence_file', {
      ...{ id, sha256, size: 1, media_type: 'image/png', name: id === file ? `${WORD}.png` : 'crew.png' },
      ...{ added_by: other, added_at: AT },
    });
  }
  const sent = { issuer: WORD, number: 'HCI-998877', issued_on: '2018-01-01', submitted_at: AT };
  const checks = [
    [uuid(), 'returned', 'returned', file, person],
    [uuid(), 'accepted', 'accepted', shared, other],
  ] as const;
  for (const [id, state, outcome, file_id, submitted_by] of checks) {
    await put('evidence_submission', {
      ...sent,
      id,
      attempt_id: attempt,
      person_id: person,
      file_id,
      submitted_by,
      state,
    });
    await put('evidence_check', {
      ...{ id, attempt_id: attempt, person_id: person, checked_by: other, outcome, issued_on: '2018-01-01' },
      ...{ note: WORD, checked_at: AT },
    });
  }
  await put('evidence_submission', {
    ...{
      id: uuid(),
      attempt_id: othersAttempt,
      person_id: other,
      file_id: shared,
      submitted_by: other,
      state: 'accepted',
    },
    ...{ issuer: 'CITB', number: 'OP-1', issued_on: '2018-01-01', submitted_at: AT },
  });
  await put('problem_report', {
    ...{ id: uuid(), course_id: course, course_version_id: version, activity_id: activity, person_id: person },
    ...{ words: WORD, device: { agent: WORD }, calls: { said: WORD }, state: 'open', created_at: AT },
  });
  await db.sql(`select append_completion($1, $2, $3, '2018-04-01', '2021-03-31', 'manual', $4, $5, $6)`, [
    ...[person, course, version, uuid(), JSON.stringify({ note: WORD, score: 80 }), AT],
  ]);
  await db.sql(`select append_completion($1, $2, $3, '2018-05-01', '2021-04-30', 'manual', $4, $5, $6)`, [
    ...[alias, course, version, uuid(), JSON.stringify({ note: WORD }), AT],
  ]);

  const mail = (to: string | null, recipient: string, text_body: string) =>
    put('mail', {
      ...{ id: uuid(), person_id: to, recipient, subject: 'Your day', text_body, html_body: text_body, created_at: AT },
    });
  await mail(person, 'zeb@home.test', WORD);
  await mail(null, 'Zeb@home.test', WORD);
  await mail(other, 'owen@home.test', 'Zebedee Quillfeather is overdue. Meet Zebedee and Zeb.');
  const notice = (to: string, about: object, dedupe_key: string) =>
    put('notice', { id: uuid(), person_id: to, at: AT, kind: 'tell', about, link: '/', dedupe_key });
  await notice(person, { title: WORD }, '1');
  await notice(alias, { title: WORD }, '4');
  await notice(other, { personId: person }, '2');
  await notice(other, { title: 'Meet Zebedee' }, `digest ${TODAY} ${other} tasks ${other} ${task}`);
  await put('digest', { person_id: person, on_date: TODAY });
  await put('reminder', {
    ...{ id: uuid(), person_id: person, kind: 'course', thing_id: uuid(), deadline: TODAY, step: 'soon-3' },
    ...{ told_id: person, told_on: TODAY },
  });
  await put('reminder_choice', { person_id: person, topic: 'tasks', mail: false, chosen_at: AT });
  await put('outbox_event', { at: AT, type: 'person.saved', person_id: person, error: WORD, handled_at: AT });
  await put('audit_event', {
    ...{ at: AT, actor_id: other, action: 'exemption.ask', target_type: 'exemption', target_id: uuid() },
    detail: { personId: person, reason: WORD, courseId: course, fromOn: TODAY },
  });
  await put('audit_event', {
    ...{ at: AT, actor_id: other, action: 'assignment-request.ask', target_type: 'assignment request' },
    ...{ target_id: request, detail: { why: WORD, people: 2 } },
  });

  await put('duplicate_look', { person_id: alias, said: WORD });
  const [one, two] = [person, other].sort();
  await put('duplicate_pair', { one_id: one, other_id: two, likeness: 0.6, why: ['name'] });
  await put('person_apart', { one_id: one, other_id: two, by_id: team[0], at: AT });
  await db.sql(`select merge_people($1, $2, $3, $4, '2026-07-01', $5, $6, $7)`, [
    ...[uuid(), alias, person, team[0], WORD, TODAY, AT],
  ]);
  await put('data_request', {
    ...{ id: uuid(), person_id: person, asked_by: team[0], reason: WORD, asked_at: AT, state: 'ready' },
    ...{ sha256: SHA.zip, size: 1, ends_at: AT },
  });
  await put('legal_hold', {
    ...{
      id: uuid(),
      person_id: person,
      reason: WORD,
      placed_by: team[0],
      placed_at: AT,
      ended_by: team[0],
      ended_at: AT,
    },
  });
  return { person, alias, other, team, organisation, course };
}
