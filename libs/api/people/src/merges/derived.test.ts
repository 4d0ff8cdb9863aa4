import type { TestDatabase } from '@lms/testing';

/** Everything about some people that is no fact but follows from facts, and what of the rest says how things are now. */
export async function derivedOf(db: TestDatabase, people: readonly string[]): Promise<unknown> {
  const of = (table: string, columns: string, order: string) =>
    db.sql(`select ${columns} from ${table} where person_id = any ($1::uuid[]) order by ${order}`, [people]);
  return {
    standing: await of('standing_dates', '*', 'person_id, course_id'),
    now: await of('standing_dates_now', '*', 'person_id, course_id'),
    assignments: await of('assignment', '*', 'id'),
    reasons: await db.sql(
      `select r.* from assignment_reason r join assignment a on a.id = r.assignment_id where a.person_id = any ($1::uuid[]) order by r.id`,
      [people],
    ),
    engagements: await of('engagement', 'id, person_id, line_manager_id', 'id'),
    managed: await db.sql(
      'select id, line_manager_id from engagement where line_manager_id = any ($1::uuid[]) order by id',
      [people],
    ),
    attempts: await of('attempt', 'id, person_id, number, state', 'id'),
    enrolments: await of('path_enrolment', 'id, person_id, state', 'id'),
    exemptions: await of('exemption', 'id, person_id', 'id'),
    grants: await of('role_grant', 'id, person_id', 'id'),
    chains: await of('ledger_entry', `person_id, seq, encode(hash, 'hex') as hash`, 'person_id, seq'),
    seen: await db.sql(
      `select k.a, k.b, k.a in (select people_in_scope(k.b, '2026-06-01')) as seen
       from (select a, b from unnest($1::uuid[]) a cross join unnest($1::uuid[]) b) k order by 1, 2`,
      [people],
    ),
  };
}
