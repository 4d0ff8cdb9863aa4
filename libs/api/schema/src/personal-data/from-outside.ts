import { course, name, OWN, type PersonalTable } from './entry.js';

const OF_AWARD = 'x.award_id in (select a.id from outside_award a where a.person_id = any (p_people))';
/** What people bring from outside, and what counts as a course. */
export const FROM_OUTSIDE: readonly PersonalTable[] = [
  {
    table: 'outside_award_private',
    columns: 'award_id reference note',
    area: 'evidence',
    whose: OF_AWARD,
    erasure: 'removed',
    because: 'The number of a card, and notes.',
    shown: { title: 'Numbers of your cards', rows: { Number: 'x.reference', Note: 'x.note' } },
  },
  {
    table: 'outside_award',
    columns: 'id person_id qualification_id awarded_on expires_on recorded_by recorded_at key',
    area: 'evidence',
    whose: OWN,
    // What another import would know it by may be made of a number of theirs.
    erasure: { key: `'erased ' || x.id` },
    because: 'Which qualification, from when to when: courses were counted through it.',
    shown: {
      title: 'Qualifications from outside',
      rows: {
        Qualification: '(select q.title from outside_qualification q where q.id = x.qualification_id)',
        'Awarded on': 'x.awarded_on',
        'Expires on': 'x.expires_on',
        'Recorded by': name('x.recorded_by'),
        'Recorded at': 'x.recorded_at',
      },
    },
  },
  {
    table: 'outside_award_end',
    columns: 'award_id reason_code note by_id at',
    area: 'evidence',
    whose: OF_AWARD,
    erasure: { note: `''` },
    because: 'That it was taken back, when and by whom.',
    shown: {
      title: 'Qualifications that were taken back',
      rows: { Why: 'x.reason_code', Note: 'x.note', By: name('x.by_id'), At: 'x.at' },
    },
  },
  {
    table: 'counted_through',
    columns:
      'id equivalence_version_id equivalence_id person_id seq source_person_id source_seq award_id evidence_id topped_person_id topped_seq path at',
    area: 'record',
    whose: OWN,
    erasure: 'kept',
    because: 'Which entry came from what: numbers.',
    shown: {
      title: 'What counted as a course',
      rows: { Entry: 'x.seq', 'Came from entry': 'x.source_seq', At: 'x.at' },
    },
  },
  {
    table: 'equivalence_run_row',
    columns: 'run_id person_id seq course_id completed_on valid_until standing_before standing_after',
    area: 'record',
    whose: OWN,
    erasure: 'kept',
    because: 'What a change of what counts would do, as numbers and dates.',
    shown: {
      title: 'Changes of what counts that were tried',
      rows: { Course: course('x.course_id'), 'Completed on': 'x.completed_on', After: 'x.standing_after' },
    },
  },
];
