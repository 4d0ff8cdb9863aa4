import type { ClientBase } from 'pg';

/** Tables with history, by the name under which it is kept, and the column that says since when a row is known. */
const KEPT = [
  ['organisation', 'organisation', 'created_at'],
  ['scheme', 'scheme', 'created_at'],
  ['person', 'person', 'created_at'],
  ['engagement', 'engagement', 'created_at'],
  ['role_grant', 'role grant', 'created_at'],
  ['path_enrolment', 'path enrolment', 'created_at'],
  ['assignment_reason', 'assignment reason', 'since'],
] as const;

/** What the history triggers would have written, each row from the moment at which it became known. */
export async function seedHistory(client: ClientBase): Promise<void> {
  for (const [table, entity, since] of KEPT) {
    await client.query(
      `insert into row_history (entity, entity_id, op, known_from, row)
       select $1, t.id, 'insert', t.${since}, to_jsonb(t) from ${table} t order by t.${since}, t.id`,
      [entity],
    );
  }
  await client.query(ASSIGNMENTS);
}

/** An assignment that was fulfilled was open first; one that was never needed began closed. */
const ASSIGNMENTS = `
  insert into row_history (entity, entity_id, op, known_from, row)
  select 'assignment', h.id, h.op, h.known_from, h.row
  from (
    select a.id, 'insert' as op, a.created_at as known_from,
      case when a.closed_why = 'completed'
        then to_jsonb(a) || '{"state": "open", "closed_on": null, "closed_why": null}' else to_jsonb(a) end as row
    from assignment a
    union all
    select a.id, 'update', max(l.recorded_at), to_jsonb(a)
    from assignment a
    join ledger_entry l on l.person_id = a.person_id and l.course_id = a.course_id and l.completed_on = a.closed_on
    where a.closed_why = 'completed' group by a.id
  ) h
  order by h.known_from, h.op, h.id`;
