import type { LocalDate } from '@lms/domain';
import type { ClientBase } from 'pg';

/** What stands open after an earlier completion is its renewal, and is due when that ends. */
const RENEWALS = `
  update assignment a set follows_on = l.completed_on
  from (select person_id, course_id, max(completed_on) as completed_on, max(valid_until) as valid_until
    from ledger_entry where kind = 'completion' group by 1, 2 having bool_and(valid_until is not null)) l
  where a.state = 'open' and a.cycle > 1 and l.person_id = a.person_id and l.course_id = a.course_id and a.due_on = l.valid_until`;

/** What the demonstration's people have done and are asked for again stands open as the next cycle. */
export async function seedNextCycles(client: ClientBase, today: LocalDate, at: string): Promise<void> {
  // The planner has seen nothing of what this transaction wrote.
  await client.query('analyze ledger_entry, assignment, assignment_reason');
  await client.query(RENEWALS);
  await client.query('select settle_assignments(array(select distinct person_id from assignment), $1, $2)', [
    today,
    at,
  ]);
}
