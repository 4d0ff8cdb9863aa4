import type { Alliance } from '@lms/demo';
import type { ClientBase } from 'pg';
import type { AssessedRows } from './assessed-rows.js';
import { attemptKey } from './completed-attempts.js';
import { derivedId } from './derived-id.js';
import { insertRows, type Row } from './insert-rows.js';
import type { StoredCard } from './store-card.js';

/** Cards and practicals: those behind completions, those that wait, and those that came back. */
export async function seedAssessments(
  client: ClientBase,
  alliance: Alliance,
  done: AssessedRows,
  latest: ReadonlyMap<string, number>,
  card: StoredCard,
): Promise<void> {
  const { evidence, practicalRequests } = alliance;
  const numberOf = (personId: string, activityId: string) => (latest.get(attemptKey(personId, activityId)) ?? 0) + 1;
  const attempts = [...evidence, ...practicalRequests].map((one): Row => ({
    id: one.attemptId,
    person_id: one.personId,
    activity_id: one.activityId,
    course_version_id: one.courseVersionId,
    course_id: one.courseId,
    number: numberOf(one.personId, one.activityId),
    state: 'open',
    started_at: one.at,
    updated_at: one.at,
    seconds: 0,
    launches: 0,
  }));
  const submissions = [
    ...done.submissions,
    ...evidence.map((e): Row => ({
      id: e.id,
      attempt_id: e.attemptId,
      person_id: e.personId,
      issuer: e.issuer,
      number: e.number,
      issued_on: e.issuedOn,
      expires_on: e.expiresOn,
      submitted_by: e.submittedById,
      submitted_at: e.at,
      state: e.returned ? 'returned' : 'waiting',
    })),
  ];
  const checks = [
    ...done.checks,
    ...evidence.flatMap((e): Row[] =>
      e.returned
        ? [
            {
              id: e.id,
              attempt_id: e.attemptId,
              person_id: e.personId,
              checked_by: e.returned.byId,
              outcome: 'returned',
              issued_on: e.issuedOn,
              expires_on: e.expiresOn,
              note: e.returned.reason,
              checked_at: e.returned.at,
            },
          ]
        : [],
    ),
  ];
  const fileId = (submission: Row) => derivedId('evidence file', String(submission['id']));
  await insertRows(client, 'attempt', attempts);
  await insertRows(
    client,
    'evidence_file',
    submissions.map((s) => ({
      id: fileId(s),
      sha256: card.sha256,
      size: card.size,
      media_type: card.mediaType,
      name: card.name,
      added_by: s['submitted_by'] ?? null,
      added_at: s['submitted_at'] ?? null,
    })),
  );
  await insertRows(
    client,
    'evidence_submission',
    submissions.map((s) => ({ ...s, file_id: fileId(s) })),
  );
  await insertRows(client, 'evidence_check', checks);
  await insertRows(client, 'practical_sign_off', done.signOffs);
  await insertRows(
    client,
    'practical_request',
    practicalRequests.map((r) => ({
      id: r.id,
      attempt_id: r.attemptId,
      person_id: r.personId,
      note: r.note,
      asked_at: r.at,
    })),
  );
}
