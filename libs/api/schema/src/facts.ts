/** Tables that only ever grow. The product's own database role may read and add, nothing else. */
export const FACTS = [
  'ledger_entry',
  'ledger_private',
  'row_history',
  'audit_event',
  'commit_log',
  'acknowledgement',
  'in_person_record',
  'privacy_acceptance',
] as const;
