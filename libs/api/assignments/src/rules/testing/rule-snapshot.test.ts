import type { PreviewEffect } from '@lms/contracts';
import type { TestDatabase } from '@lms/testing';

/** What stands at one moment of what a rule may concern, read from the tables without anything of the product's. */
export interface Snapshot {
  /** By engagement and target: what the rule itself gives. */
  given: Map<string, { engagement: string; person: string; target: string }>;
  /** Open assignments by person and course, with their due date. */
  owed: Map<string, string | null>;
  /** Open enrolments by engagement and path: the day from which it counts, and the dates of what it asks for. */
  paths: Map<string, { anchor: string; asks: string }>;
  /** By engagement: what is to be decided. */
  decide: Map<string, string>;
}

export async function snapshotOf(db: TestDatabase, ruleId: string, people: string[]): Promise<Snapshot> {
  const given = await db.sql<{ engagement: string; person: string; target: string }>(
    `select r.engagement_id as engagement, a.person_id as person, a.course_id as target
     from assignment_reason r join assignment a on a.id = r.assignment_id join rule_version v on v.id = r.rule_version_id
     where v.rule_id = $1 and r.kind = 'rule' and r.ended_at is null
     union
     select n.engagement_id, n.person_id, n.path_id from path_enrolment n join rule_version v on v.id = n.rule_version_id
     where v.rule_id = $1 and n.state = 'open'`,
    [ruleId],
  );
  const owed = await db.sql<{ key: string; due: string | null }>(
    `select person_id || ' ' || course_id as key, due_on::text as due from assignment where state = 'open' and person_id = any ($1)`,
    [people],
  );
  const paths = await db.sql<{ key: string; anchor: string; asks: string }>(
    `select n.engagement_id || ' ' || n.path_id as key, n.anchor_on::text as anchor, coalesce((
       select string_agg(distinct concat_ws(' ', a.course_id, a.due_on), ',' order by concat_ws(' ', a.course_id, a.due_on))
       from assignment_reason r join assignment a on a.id = r.assignment_id
       where r.path_enrolment_id = n.id and r.ended_at is null and a.state = 'open'), '') as asks
     from path_enrolment n where n.state = 'open' and n.person_id = any ($1)`,
    [people],
  );
  const decide = await db.sql<{ engagement: string; policy: string }>(
    'select engagement_id as engagement, policy_due_on::text as policy from open_rule_exception where rule_id = $1',
    [ruleId],
  );
  return {
    given: new Map(given.map((row) => [`${row.engagement} ${row.target}`, row])),
    owed: new Map(owed.map(({ key, due }) => [key, due])),
    paths: new Map(paths.map(({ key, anchor, asks }) => [key, { anchor, asks }])),
    decide: new Map(decide.map(({ engagement, policy }) => [engagement, policy])),
  };
}

export interface Happened {
  engagementId: string;
  personId: string;
  effect: PreviewEffect;
  owedBefore: boolean;
  owedAfter: boolean;
  beforeOn: string | null;
  dueOn: string | null;
  policyDueOn: string | null;
}

/**
 * What came of a step, one row for each engagement and thing that the rule gave before it or gives after it, and for each that
 * is on its path and that it names.
 */
export function happened(before: Snapshot, after: Snapshot, reached: ReadonlyMap<string, string>): Happened[] {
  const on = [...reached.keys()].filter((key) => after.paths.has(key));
  const rows = [...new Set([...before.given.keys(), ...after.given.keys(), ...on])].map((key): Happened => {
    const [engagement = '', target] = key.split(' ');
    const person = (after.given.get(key) ?? before.given.get(key))?.person ?? reached.get(key) ?? '';
    const owed = (at: Snapshot) => {
      const course = `${person} ${target}`;
      const path = at.paths.get(key);
      if (path) return { is: true, on: path.anchor, asks: path.asks };
      return { is: at.owed.has(course), on: at.owed.get(course) ?? null, asks: '' };
    };
    const [was, is] = [owed(before), owed(after)];
    const path = before.paths.has(key) && after.paths.has(key);
    const effect =
      !after.given.has(key) && !on.includes(key)
        ? 'loses'
        : // Who is on a path already stays on it.
          !before.given.has(key) && !path
          ? 'gains'
          : was.is !== is.is || was.on !== is.on || was.asks !== is.asks
            ? 'moves'
            : 'keeps';
    const policyDueOn = effect === 'loses' ? null : (after.decide.get(engagement) ?? null);
    return {
      engagementId: engagement,
      personId: person,
      effect,
      ...{ owedBefore: was.is, owedAfter: is.is, beforeOn: was.on, dueOn: is.on, policyDueOn },
    };
  });
  return rows.sort(byEngagement);
}

export const byEngagement = (one: Happened, other: Happened): number =>
  `${one.engagementId} ${one.effect}` < `${other.engagementId} ${other.effect}` ? -1 : 1;
