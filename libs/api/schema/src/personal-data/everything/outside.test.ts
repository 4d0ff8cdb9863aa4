import { v7 as uuid } from 'uuid';
import type { Known } from './known.test.js';
import { AT, WORD } from './traces.test.js';

/** What they brought from outside, and what it counted as. */
export async function outside({ put, person, other, course }: Known): Promise<void> {
  const [qualification, award, equivalence, version, run] = [uuid(), uuid(), uuid(), uuid(), uuid()];
  await put('outside_qualification', {
    ...{ id: qualification, kind: 'card', issuer: 'CSCS', title: 'Site card', created_at: AT },
  });
  await put('outside_award', {
    ...{ id: award, person_id: person, qualification_id: qualification, awarded_on: '2018-02-01', recorded_by: other },
    ...{ recorded_at: AT, key: WORD },
  });
  await put('outside_award_private', { award_id: award, reference: WORD, note: WORD });
  await put('outside_award_end', { award_id: award, reason_code: 'other', note: WORD, by_id: other, at: AT });
  await put('equivalence', {
    ...{ id: equivalence, course_id: course, qualification_id: qualification, owner_id: other, created_at: AT },
  });
  await put('equivalence_version', {
    ...{ id: version, equivalence_id: equivalence, number: 1, created_by: other, created_at: AT },
  });
  await put('counted_through', {
    ...{ id: uuid(), equivalence_version_id: version, equivalence_id: equivalence, person_id: person, seq: 1 },
    ...{ award_id: award, path: [course], at: AT },
  });
  await put('equivalence_run', {
    ...{ id: run, kind: 'apply', dry: true, equivalence_id: equivalence, equivalence_version_id: version },
    ...{ requested_by: other, requested_at: AT, moved_at: AT },
  });
  await put('equivalence_run_row', {
    ...{ run_id: run, person_id: person, seq: 1, course_id: course, completed_on: '2018-02-01' },
    ...{ standing_before: 'not started', standing_after: 'valid' },
  });
}
