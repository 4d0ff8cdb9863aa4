import type { Sql } from '@lms/api-platform';

/** Something that is owed by somebody of whom a story could be told. */
export interface Owed {
  assignmentId: string;
  courseId: string;
  courseCode: string;
  dueOn: string;
  personId: string;
  engagementId: string;
  organisation: string;
  belowManager: boolean;
  /** Since when what is owed stands as it does. */
  since: Date;
}

/** The last moment of which the product knows something of each person: a story before it would come too late. */
const KNOWN = `
  select k.person_id as "personId", max(k.at) as until from (
    select coalesce(h.row ->> 'person_id', h.row ->> 'id')::uuid as person_id, h.known_from as at from row_history h
      where h.entity in ('person', 'engagement', 'path enrolment', 'assignment')
    union all select l.person_id, l.recorded_at from ledger_entry l
    union all select t.person_id, t.started_at from attempt t
  ) k group by 1`;

/**
 * $1 people with a part of their own, $2 the line manager who is named, $3 today. With one employment that goes on, and a way
 * to sign in that nobody waits for.
 */
const OWED = `
  select a.id as "assignmentId", a.course_id as "courseId", c.code as "courseCode", a.due_on::text as "dueOn", a.person_id as "personId",
    e.id as "engagementId", o.name as organisation,
    e.id in (select engagements_under($2, $3)) as "belowManager", h.since
  from assignment a
  join (
    select entity_id, max(known_from) as since from row_history where entity = 'assignment' group by 1
  ) h on h.entity_id = a.id
  join course c on c.id = a.course_id
  join engagement e on e.person_id = a.person_id
  join organisation o on o.id = e.organisation_id
  where a.state = 'open' and a.due_on is not null and a.person_id <> all ($1)
    and e.starts_on <= $3 and e.ends_on is null and e.line_manager_id is not null
    and not exists (select from engagement x where x.person_id = a.person_id and x.id <> e.id)
    and not exists (select from engagement x where x.line_manager_id = a.person_id)
    and not exists (select from sign_in_card s where s.person_id = a.person_id)
  order by a.person_id, c.code`;

export const whoThereIs = (
  sql: Sql,
  given: { named: readonly string[]; managerId: string; today: string },
): Promise<Owed[]> => sql.rows<Owed>('demo-who-there-is', OWED, [given.named, given.managerId, given.today]);

export async function knownUntil(sql: Sql): Promise<ReadonlyMap<string, Date>> {
  const rows = await sql.rows<{ personId: string; until: Date }>('demo-known-until', KNOWN);
  return new Map(rows.map(({ personId, until }) => [personId, until]));
}
