import { createHash } from 'node:crypto';
import { type Ctx, Invalid, type Tx } from '@lms/api-platform';
import type { BulkChange, BulkChangeRequest, BulkPreview } from '@lms/contracts';
import { mayManage } from '../engagements/line-manager.js';
import { CALLED, STANDING } from './together.sql.js';
import { type Changeable, fieldOf, outcomeOf, type Standing } from './together-rules.js';

type Named = Standing & { name: string; organisationName: string };
export interface PlannedChange {
  person: Named & { engagementId: string };
  after: Changeable;
}
export interface Plan {
  preview: BulkPreview;
  changes: readonly PlannedChange[];
}

/** Whom a change would change and how, from what stands now. */
export async function planTogether(tx: Tx, ctx: Ctx, { personIds, change }: BulkChangeRequest): Promise<Plan> {
  await checkValues(tx, ctx, change);
  const ids = [...new Set(personIds)];
  const back = change.kind === 'put-back' ? change.engagements : null;
  const people: Named[] = await tx.query(STANDING, [
    ids,
    ctx.actor.personId,
    ctx.today,
    change.kind === 'set-manager' ? change.lineManagerId : null,
    back && back.map(({ id }) => id),
    back && back.map(({ version }) => version),
  ]);
  const changes: PlannedChange[] = [];
  const leftOut: BulkPreview['leftOut'] = [];
  for (const person of people) {
    const outcome = outcomeOf(person, change);
    const { personId, name, engagementId } = person;
    if ('leftOut' in outcome) leftOut.push({ personId, name, reason: outcome.leftOut });
    else if (engagementId) changes.push({ person: { ...person, engagementId }, after: outcome.after });
  }
  const facts = factsOf(change, changes, leftOut);
  const shown = await shownOf(tx, fieldOf(change), changes);
  return { changes, preview: { facts, changes: shown, leftOut, unknown: ids.length - people.length } };
}

async function checkValues(tx: Tx, ctx: Ctx, change: BulkChange): Promise<void> {
  if (change.kind === 'set-manager' && change.lineManagerId && !(await mayManage(tx, ctx, change.lineManagerId)))
    throw new Invalid([{ path: 'change.lineManagerId', message: 'Choose somebody who is engaged now or will be.' }]);
  if (change.kind !== 'add-scheme' && change.kind !== 'remove-scheme') return;
  const found: unknown[] = await tx.query('select from scheme where id = $1', [change.schemeId]);
  if (found.length === 0) throw new Invalid([{ path: 'change.schemeId', message: 'Choose a scheme from the list.' }]);
}

/** The same exactly when the same people are changed from the same to the same. */
function factsOf(change: BulkChange, changes: readonly PlannedChange[], leftOut: BulkPreview['leftOut']): string {
  const told = [
    change,
    changes.map(({ person, after }) => [person.engagementId, person.version, after]),
    leftOut.map(({ personId, reason }) => [personId, reason]),
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}

async function shownOf(
  tx: Tx,
  field: keyof Changeable,
  changes: readonly PlannedChange[],
): Promise<BulkPreview['changes']> {
  const idsIn = ({ schemeIds, lineManagerId }: Changeable): string[] => [...schemeIds, lineManagerId ?? []].flat();
  const called: { id: string; name: string }[] = await tx.query(CALLED, [
    [...new Set(changes.flatMap(({ person, after }) => [...idsIn(person), ...idsIn(after)]))],
  ]);
  const names = new Map(called.map(({ id, name }) => [id, name]));
  const words = (state: Changeable): string | null => {
    const value = state[field];
    if (value === null || typeof value === 'string') return value && (names.get(value) ?? value);
    return value.map((one) => names.get(one) ?? one).join(', ') || null;
  };
  return changes.map(({ person, after }) => ({
    personId: person.personId,
    name: person.name,
    organisationName: person.organisationName,
    before: words(person),
    after: words(after),
  }));
}
