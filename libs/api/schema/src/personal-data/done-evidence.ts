import { activityOf, name, OWN, type PersonalTable } from './entry.js';

/** Cards and certificates that were sent and checked. */
export const DONE_EVIDENCE: readonly PersonalTable[] = [
  {
    table: 'evidence_file',
    columns: 'id sha256 size media_type name added_by added_at',
    area: 'evidence',
    whose: `x.id in (select s.file_id from evidence_submission s where s.person_id = any (p_people))
      and not exists (select from evidence_submission s where s.file_id = x.id and s.person_id <> all (p_people))`,
    erasure: 'removed',
    because:
      'A picture or copy of a card. A file that proves something for somebody else too stays theirs, without the name in what it was called.',
    shown: {
      title: 'Files of your evidence',
      rows: {
        File: `'files/' || x.id || '.' || split_part(x.media_type, '/', 2)`,
        Name: 'x.name',
        'Added by': name('x.added_by'),
        'Added at': 'x.added_at',
      },
    },
  },
  {
    table: 'evidence_submission',
    columns: 'id attempt_id person_id issuer number issued_on expires_on file_id submitted_by submitted_at state',
    area: 'evidence',
    whose: OWN,
    erasure: { number: `''`, issuer: `''`, file_id: 'null' },
    because: 'That something was sent and accepted, and its dates.',
    shown: {
      title: 'Evidence',
      rows: {
        Activity: activityOf('x.attempt_id'),
        Issuer: 'x.issuer',
        Number: 'x.number',
        'Issued on': 'x.issued_on',
        'Expires on': 'x.expires_on',
        State: 'x.state',
        'Sent by': name('x.submitted_by'),
        'Sent at': 'x.submitted_at',
      },
    },
  },
  {
    table: 'evidence_check',
    columns: 'id attempt_id person_id checked_by outcome issued_on expires_on note checked_at',
    area: 'evidence',
    whose: OWN,
    erasure: { note: `case when x.outcome = 'returned' then 'Erased' else '' end` },
    because: 'Who checked it, on which day, and what they decided.',
    shown: {
      title: 'Checks of your evidence',
      rows: {
        Activity: activityOf('x.attempt_id'),
        'Checked by': name('x.checked_by'),
        Outcome: 'x.outcome',
        Note: 'x.note',
        'Checked at': 'x.checked_at',
      },
    },
  },
];
