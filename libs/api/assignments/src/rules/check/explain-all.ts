import {
  assignmentFault,
  replayFault,
  type ReasonFacts,
  type ReplayedVersion,
  type StoredAssignment,
} from '@lms/domain';
import type { ClientBase } from 'pg';
import { STORED_ASSIGNMENTS } from './stored-assignments.sql.js';

export interface Unexplained {
  person: string;
  name: string;
  target: string;
  /** The rule that does not explain it; null where all its reasons together do not. */
  rule: { name: string; number: number } | null;
  why: string;
}
export interface Explained {
  /** Of rules. */
  reasons: number;
  /** What is open. */
  assignments: number;
  faults: number;
  /** The first of them. */
  named: Unexplained[];
}

interface Row {
  id: string;
  person: string;
  name: string;
  target: string;
  rule: string;
  number: number;
  version: ReplayedVersion;
  facts: ReasonFacts;
}

const PAGE = 2000;
const NAMED = 20;
const REASONS = `
  select g.id, g.person_id as person, concat_ws(' ', p.given_name, p.family_name) as name, g.target, u.name as rule,
    v.number, json_build_object('predicate', v.predicate, 'due', v.due, 'effectiveOn', v.effective_on, 'endsOn', null) as version,
    g.facts
  from (
    select r.id, a.person_id, c.title as target, r.rule_version_id, r.facts
    from assignment_reason r join assignment a on a.id = r.assignment_id join course c on c.id = a.course_id
    where r.kind = 'rule' and r.ended_at is null
    union all
    select n.id, n.person_id, l.title, n.rule_version_id, n.facts
    from path_enrolment n join learning_path l on l.id = n.path_id where n.rule_version_id is not null and n.state = 'open'
  ) g
  join person p on p.id = g.person_id
  join rule_version v on v.id = g.rule_version_id
  join assignment_rule u on u.id = v.rule_id
  where $1::uuid is null or g.id > $1
  order by g.id limit $2`;

/**
 * Replays the stored facts of every standing reason through the stored version of its rule, and every open assignment from its
 * reasons, what was completed, leave and more time, in memory: each must come out as it was given.
 */
export async function explainAll(client: ClientBase): Promise<Explained> {
  const found: Explained = { reasons: 0, assignments: 0, faults: 0, named: [] };
  const tell = (one: Unexplained): void => {
    found.faults += 1;
    if (found.named.length < NAMED) found.named.push(one);
  };
  found.reasons = await pages<Row>(client, REASONS, ({ person, name, target, rule, number, version, facts }) => {
    const why = replayFault(version, facts);
    if (why !== null) tell({ person, name, target, rule: { name: rule, number }, why });
  });
  found.assignments = await pages<Owed>(client, STORED_ASSIGNMENTS, ({ person, name, target, stored }) => {
    const why = assignmentFault(stored);
    if (why !== null) tell({ person, name, target, rule: null, why });
  });
  return found;
}

interface Owed {
  id: string;
  person: string;
  name: string;
  target: string;
  stored: StoredAssignment;
}

/** Goes through all rows of a statement, some at a time; answers how many there were. */
async function pages<T extends { id: string }>(
  client: ClientBase,
  sql: string,
  look: (row: T) => void,
): Promise<number> {
  let [after, n]: [string | null, number] = [null, 0];
  for (;;) {
    const { rows }: { rows: T[] } = await client.query<T>(sql, [after, PAGE]);
    rows.forEach(look);
    n += rows.length;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < PAGE) return n;
  }
}
