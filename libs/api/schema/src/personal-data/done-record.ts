import { course, OWN, type PersonalTable } from './entry.js';

/** The record itself. */
export const DONE_RECORD: readonly PersonalTable[] = [
  {
    table: 'ledger_entry',
    columns:
      'person_id seq hash_version kind recorded_at course_id course_version_id completed_on valid_until source source_id revokes_seq body prev_hash hash',
    area: 'record',
    whose: OWN,
    erasure: 'kept',
    because: 'The chain, byte for byte: numbers, dates and commitments. No name is in it.',
    shown: {
      title: 'Entries of your record',
      rows: {
        Entry: 'x.seq',
        Kind: 'x.kind',
        'Recorded at': 'x.recorded_at',
        Course: course('x.course_id'),
        'Completed on': 'x.completed_on',
        'Valid until': 'x.valid_until',
        From: 'x.source',
        'Takes back entry': 'x.revokes_seq',
        Hash: `encode(x.hash, 'hex')`,
      },
    },
  },
  {
    table: 'ledger_private',
    columns: 'person_id seq field salt value',
    area: 'record',
    whose: OWN,
    erasure: 'removed',
    because: 'Scores, notes and names beside the chain, which holds only commitments to them.',
    shown: { title: 'Values beside your record', rows: { Entry: 'x.seq', What: 'x.field', Value: 'x.value' } },
  },
  {
    table: 'ledger_head',
    columns: 'person_id seq hash',
    area: 'record',
    whose: OWN,
    erasure: 'kept',
    because: 'Derived: where the chain ends.',
    shown: null,
  },
  {
    table: 'certificate',
    columns: 'person_id seq code',
    area: 'record',
    whose: OWN,
    erasure: 'kept',
    because: 'A serial, which can still be checked and names nobody.',
    shown: {
      title: 'Certificates',
      rows: {
        Serial: 'x.code',
        Course:
          '(select c.title from ledger_entry l join course c on c.id = l.course_id where l.person_id = x.person_id and l.seq = x.seq)',
      },
    },
  },
];
