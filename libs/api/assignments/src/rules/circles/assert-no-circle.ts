import { Conflict, type Tx } from '@lms/api-platform';
import { type AudiencePredicate, coursesReadBy, ruleCircle } from '@lms/domain';
import type { EngineVersion } from '../engine/rule-in-force.js';

interface Linked {
  name: string;
  predicate: AudiencePredicate;
  gives: string[];
}

/** The version $1 itself in the place of its rule, and all others that are in force or will be; $2 today. */
const LINKS = `
  select u.name, v.predicate,
    case when v.course_id is not null then array[v.course_id] else coalesce((
      select array_agg(distinct s.course_id) from path_version p
      join path_stage g on g.path_version_id = p.id join path_step s on s.stage_id = g.id and s.course_id is not null
      where p.path_id = v.path_id and p.state = 'published'
    ), '{}') end as gives
  from rule_version v join assignment_rule u on u.id = v.rule_id
  where v.id = $1
    or (v.state = 'active' and (v.ends_on is null or v.ends_on >= $2)
      and v.rule_id is distinct from (select rule_id from rule_version where id = $1))`;

/** Rules that would feed themselves are refused, with the circle named. */
export async function assertNoCircle(tx: Tx, version: EngineVersion, today: string): Promise<void> {
  const circle = await circleOf(tx, version.id, today);
  if (circle?.length === 1) {
    throw new Conflict(
      'feeds-itself',
      `“${circle[0]}” asks who holds or lacks what it gives, so it would change its own answer. Ask about something else.`,
    );
  }
  if (circle) {
    throw new Conflict(
      'feeds-itself',
      `These rules would feed each other: ${inWords(circle)}. Each gives what the next asks about.`,
    );
  }
  const { due, courseId } = version;
  if (due.kind === 'after-completion' && due.courseId === courseId) {
    throw new Conflict(
      'feeds-itself',
      'It cannot be due after its own completion. Choose another course to count from.',
    );
  }
}

/** A path that rules give must not get a course that these ask about, once it is published. */
export async function assertPathFeedsNothing(tx: Tx, today: string): Promise<void> {
  const circle = await circleOf(tx, null, today);
  if (!circle) return;
  throw new Conflict(
    'feeds-itself',
    `With this version rules would feed ${circle.length === 1 ? 'themselves' : 'each other'}: ${inWords(circle)}. Each gives what the next asks about. Leave out the course, or change the rule first.`,
  );
}

async function circleOf(tx: Tx, versionId: string | null, today: string): Promise<readonly string[] | null> {
  const linked: Linked[] = await tx.query(LINKS, [versionId, today]);
  return ruleCircle(linked.map(({ name, predicate, gives }) => ({ name, gives, reads: coursesReadBy(predicate) })));
}

const inWords = (circle: readonly string[]): string => [...circle, circle[0]].map((name) => `“${name}”`).join(' → ');
