import type { DemoActivity, DemoCompletion } from '@lms/demo';
import { derivedId } from './derived-id.js';
import type { Row } from './insert-rows.js';

/** What stands behind completions that somebody else decided. */
export interface AssessedRows {
  submissions: Row[];
  checks: Row[];
  signOffs: Row[];
}

/** The card that was accepted, or the checklist that was signed, when this completion was recorded. */
export function assessedRows(c: DemoCompletion, activity: DemoActivity, attemptId: string): AssessedRows {
  const { settings } = activity;
  const by = c.recordedById ?? '';
  const rows: AssessedRows = { submissions: [], checks: [], signOffs: [] };
  if (by === '' || by === c.personId) return rows;
  const whose = { attempt_id: attemptId, person_id: c.personId };
  if (settings?.kind === 'evidence') {
    const id = derivedId('evidence', attemptId);
    const dates = { issued_on: c.completedOn, expires_on: c.validUntil };
    const number = `${Number.parseInt(id.slice(0, 6), 16)}`.padStart(8, '0');
    rows.submissions.push({
      ...{ id, ...whose, ...dates, number, issuer: settings.issuers[0] ?? 'CITB' },
      ...{ submitted_by: c.personId, submitted_at: c.at, state: 'accepted' },
    });
    rows.checks.push({
      ...{ id, ...whose, ...dates },
      checked_by: by,
      outcome: 'accepted',
      note: '',
      checked_at: c.at,
    });
  }
  if (settings?.kind === 'practical') {
    rows.signOffs.push({
      ...{ id: derivedId('sign-off', attemptId), ...whose, assessor_id: by, basis: 'trainer', passed: true },
      results: settings.items.map(({ id }) => ({ itemId: id, met: true, note: '' })),
      ...{ note: '', photos: [], signed_at: c.at },
    });
  }
  return rows;
}
