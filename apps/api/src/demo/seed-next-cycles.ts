import type { LocalDate } from '@lms/domain';
import type { ClientBase } from 'pg';

/** What the demonstration's people have done and are asked for again stands open as the next cycle. */
export async function seedNextCycles(client: ClientBase, today: LocalDate, at: string): Promise<void> {
  // The planner has seen nothing of what this transaction wrote.
  await client.query('analyze ledger_entry, assignment, assignment_reason');
  await client.query('select settle_assignments(array(select distinct person_id from assignment), $1, $2)', [
    today,
    at,
  ]);
}
