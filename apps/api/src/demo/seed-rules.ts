import type { Alliance } from '@lms/demo';
import { addDays } from '@lms/domain';
import type { ClientBase } from 'pg';
import { derivedId } from './derived-id.js';
import { insertRows } from './insert-rows.js';
import type { Moments } from './moments.js';
import { AUDIENCE_PLANS, RULE_PLANS, type RulePlan } from './rule-plans.js';

/** The rules as rows; what they give is worked out afterwards, by {@link followDemoRules}. */
export async function seedRules(client: ClientBase, alliance: Alliance, moments: Moments): Promise<void> {
  const accountOf = (part: string): string => alliance.demoAccounts.find(({ role }) => role === part)?.personId ?? '';
  const [author, approver] = [accountOf('People Team'), accountOf('People Team, second approver')];
  const made = { created_at: moments.goLive, version: 1 };
  await insertRows(
    client,
    'audience',
    AUDIENCE_PLANS.map(({ name, predicate }) => ({
      ...made,
      id: derivedId('audience', name),
      name,
      predicate,
      owner_id: author,
    })),
  );
  await insertRows(
    client,
    'assignment_rule',
    RULE_PLANS.map(({ name }) => ({ ...made, id: derivedId('rule', name), name, owner_id: author })),
  );
  await insertRows(
    client,
    'rule_version',
    RULE_PLANS.map((plan) => ({
      ...made,
      ...versionOf(plan, alliance),
      created_by: author,
      ...decidedBy(plan, alliance, author, approver),
    })),
  );
  await insertRows(
    client,
    'rule_run',
    RULE_PLANS.filter(({ since }) => since !== null).map(({ name }) => ({
      id: derivedId('rule run', name),
      kind: 'apply',
      rule_id: derivedId('rule', name),
      rule_version_id: derivedId('rule version', name),
      requested_by: author,
      requested_at: moments.goLive,
      moved_at: moments.goLive,
      done: 0,
      given: 0,
      ended: 0,
    })),
  );
}

function versionOf({ name, gives, predicate, due, since }: RulePlan, alliance: Alliance) {
  const idOf = (list: readonly { id: string; code: string }[], wanted: string) =>
    list.find(({ code }) => code === wanted)?.id ?? null;
  return {
    id: derivedId('rule version', name),
    rule_id: derivedId('rule', name),
    number: 1,
    state: since === null ? 'draft' : 'active',
    predicate,
    course_id: 'course' in gives ? idOf(alliance.courses, gives.course) : null,
    path_id: 'path' in gives ? idOf(alliance.paths, gives.path) : null,
    due,
    recurrence: { kind: 'course' },
    effective_on: addDays(alliance.today, since ?? 0),
  };
}

function decidedBy({ since }: RulePlan, alliance: Alliance, author: string, approver: string) {
  const at = since === null ? null : `${addDays(alliance.today, since)}T09:00:00.000Z`;
  return {
    proposed_by: at && author,
    proposed_at: at,
    approved_by: at && approver,
    approved_at: at,
    applied_by: at && author,
    applied_at: at,
  };
}
