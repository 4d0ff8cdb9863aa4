import { activityOf, name, OWN, type PersonalTable } from './entry.js';

const SIGNED = `x.assessment_id in (
  select d.id from practical_draft d where d.person_id = any (p_people)
  union all select s.id from practical_sign_off s where s.person_id = any (p_people))`;

/** What an assessor signed off. */
export const DONE_PRACTICALS: readonly PersonalTable[] = [
  {
    table: 'practical_request',
    columns: 'id attempt_id person_id note asked_at closed_at closed_why',
    area: 'practicals',
    whose: OWN,
    erasure: { note: `''` },
    because: 'That a signature was asked for.',
    shown: {
      title: 'Signatures you asked for',
      rows: {
        Activity: activityOf('x.attempt_id'),
        Note: 'x.note',
        'Asked at': 'x.asked_at',
        'Closed at': 'x.closed_at',
      },
    },
  },
  {
    table: 'practical_photo',
    columns: 'id assessment_id item_id sha256 size media_type added_by added_at',
    area: 'practicals',
    whose: SIGNED,
    erasure: 'removed',
    because: 'Pictures of the person at work.',
    shown: {
      title: 'Photos of practicals',
      rows: {
        File: `'files/' || x.id || '.' || split_part(x.media_type, '/', 2)`,
        'Added by': name('x.added_by'),
        'Added at': 'x.added_at',
      },
    },
  },
  {
    table: 'practical_draft',
    columns: 'id version attempt_id person_id assessor_id results note started_at updated_at',
    area: 'practicals',
    whose: OWN,
    erasure: 'removed',
    because: 'Not signed, so it counts nowhere.',
    shown: {
      title: 'Practicals not signed yet',
      rows: {
        Activity: activityOf('x.attempt_id'),
        Assessor: name('x.assessor_id'),
        Results: 'x.results',
        Note: 'x.note',
        'Begun at': 'x.started_at',
      },
    },
  },
  {
    table: 'practical_sign_off',
    columns: 'id attempt_id person_id assessor_id basis passed results note photos signed_at',
    area: 'practicals',
    whose: OWN,
    erasure: {
      note: `''`,
      results: `(select coalesce(jsonb_agg(r || '{"note": ""}' order by n), '[]') from jsonb_array_elements(x.results) with ordinality y(r, n))`,
      photos: `'[]'::jsonb`,
    },
    because: 'Who signed what, and which items were met. Notes and photos go.',
    shown: {
      title: 'Practicals',
      rows: {
        Activity: activityOf('x.attempt_id'),
        Assessor: name('x.assessor_id'),
        Passed: 'x.passed',
        Results: 'x.results',
        Note: 'x.note',
        'Signed at': 'x.signed_at',
      },
    },
  },
];
