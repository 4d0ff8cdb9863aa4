import type { AuditFilter } from '@lms/contracts';

/** The reads of one shape of question: its text depends on which filters there are, never on what they say. */
export interface AuditParts {
  name: string;
  /** Conditions on audit_event a. */
  where: string;
  values: unknown[];
}

const CONDITIONS: Record<keyof AuditFilter, (value: string) => string> = {
  from: (value) => `a.at >= ${value}::date::timestamp at time zone 'Europe/London'`,
  until: (value) => `a.at < (${value}::date + 1)::timestamp at time zone 'Europe/London'`,
  what: (value) => `split_part(a.action, '.', 1) = ${value}`,
  actorId: (value) => `a.actor_id = ${value}::uuid`,
  targetId: (value) => `a.target_id = ${value}::uuid`,
  q: (value) => `(a.actor_id in ${named(value)} or a.target_id in ${named(value)})`,
};

/** People with these letters in their name. */
const named = (value: string) =>
  `(select n.id from person n where position(lower(${value}) in lower(concat_ws(' ', n.given_name, n.family_name))) > 0)`;

/** $1 on are the filters' values; whoever adds more goes on from there. */
export function auditParts(filter: AuditFilter): AuditParts {
  const values: unknown[] = [];
  const given = KEYS.filter((key) => filter[key] !== undefined && filter[key] !== '');
  const where = given.map((key) => CONDITIONS[key](`$${values.push(filter[key])}`));
  return { name: given.map((key) => KEYS.indexOf(key)).join(''), where: where.join(' and ') || 'true', values };
}

const KEYS = ['from', 'until', 'what', 'actorId', 'targetId', 'q'] as const satisfies (keyof AuditFilter)[];
