import type { ClientBase } from 'pg';

/** The tables whose triggers write history and keep the projection; while a whole Alliance comes in, row by row is slow. */
const TABLES = [
  'organisation',
  'scheme',
  'person',
  'engagement',
  'role_grant',
  'path_enrolment',
  'assignment',
  'assignment_reason',
  'attempt',
  'ledger_entry',
  'exemption',
  'leave_of_absence',
  'assignment_request',
];

/** Turns the triggers off or on, for the owner's transaction. What they would have done is done in one go at its end. */
export async function setTriggers(client: ClientBase, state: 'enable' | 'disable'): Promise<void> {
  await client.query(TABLES.map((table) => `alter table ${table} ${state} trigger user`).join('; '));
}
