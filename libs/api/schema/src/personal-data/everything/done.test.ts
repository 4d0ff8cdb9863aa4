import type { Known } from './known.test.js';
import { v7 as uuid } from 'uuid';
import { AT, WORD, SHA } from './traces.test.js';

/** What they began, did, sent and had signed. */
export async function done({ db, put, person, alias, other, course, version, activity }: Known): Promise<void> {
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
  await put('survey_answer', {
    ...{ attempt_id: attempt, activity_id: activity, answered_on: '2018-04-01' },
    answers: { [uuid()]: { text: WORD }, [uuid()]: { scale: 4 } },
  });
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
  const [session, booking] = [uuid(), uuid()];
  const day = { starts_at: '2018-04-01T08:00:00Z', ends_at: '2018-04-01T09:00:00Z' };
  await put('training_session', {
    ...{ id: session, course_id: course, activity_id: activity, form: 'classroom', ...day, place: 'Depot' },
    ...{ planned_by: other, planned_at: AT },
  });
  for (const trainer of [person, other])
    await put('session_trainer', { id: uuid(), session_id: session, person_id: trainer });
  await db.sql(
    `insert into session_booking (id, session_id, person_id, engagement_id, state, queue, key, booked_by, booked_at, cancelled_by, cancelled_at, cancel_reason)
     select $1, $2, $3, e.id, 'cancelled', 1, $1, $4, $5, $4, $5, $6 from engagement e limit 1`,
    [booking, session, person, other, AT, WORD],
  );
  await put('session_wrong_code', { session_id: session, person_id: person, times: 2 });
  await put('session_signature', {
    ...{ booking_id: booking, how: 'signature', name: 'Zeb Quillfeather', drawing: 'M1 1L2 2', signed_at: AT },
    device_of: other,
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
      ...{
        id,
        sha256,
        size: 1,
        media_type: 'image/png',
        name: id === file ? `${WORD}.png` : 'quillfeather_and_owen.png',
      },
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
}
