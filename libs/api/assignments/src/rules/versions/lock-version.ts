import { Conflict, NotFound, type Tx } from '@lms/api-platform';
import type { RuleVersionState } from '@lms/contracts';
import { ENGINE_VERSION, type EngineVersion } from '../engine/rule-in-force.js';

export interface LockedVersion extends EngineVersion {
  version: number;
  number: number;
  state: RuleVersionState;
  endsOn: string | null;
  createdBy: string;
  proposedBy: string | null;
  approvedBy: string | null;
  previewId: string | null;
}

/**
 * The version and its rule, held until the transaction ends: one at a time decides about a rule. Whoever holds a person and
 * writes down something that names the rule does not wait for it.
 */
export async function lockVersion(tx: Tx, id: string): Promise<LockedVersion> {
  await tx.query(
    'select from assignment_rule where id = (select rule_id from rule_version where id = $1) for no key update',
    [id],
  );
  const rows: LockedVersion[] = await tx.query(
    `select ${ENGINE_VERSION}, v.version, v.number, v.state, v.ends_on::text as "endsOn", v.created_by as "createdBy",
       v.proposed_by as "proposedBy", v.approved_by as "approvedBy", v.preview_id as "previewId"
     from rule_version v where v.id = $1 for no key update`,
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

export function assertState({ state }: LockedVersion, ...states: RuleVersionState[]): void {
  if (!states.includes(state)) {
    throw new Conflict('other-state', 'This version is not in the state for that any more. Look at it again.');
  }
}
