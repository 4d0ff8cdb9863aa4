import type { ClientBase } from 'pg';

/** Fills the projection from the facts and makes sure that it is what the facts say. */
export async function seedStanding(client: ClientBase): Promise<void> {
  // The planner has seen nothing of what this transaction wrote.
  await client.query('analyze ledger_entry, assignment, attempt');
  await client.query('insert into standing_dates select * from standing_dates_now');
  const { rows } = await client.query<{ n: number }>(`
    select count(*)::int as n from (
      (select * from standing_dates except select * from standing_dates_now)
      union all (select * from standing_dates_now except select * from standing_dates)
    ) x`);
  if (rows[0]?.n !== 0) throw new Error('The projection differs from the facts');
}
