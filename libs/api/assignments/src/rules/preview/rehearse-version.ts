import type { Ctx, Tx } from '@lms/api-platform';
import { maxDate } from '@lms/domain';
import { takeOver } from '../versions/put-in-force.js';
import { Params } from '../../audiences/compile/params.js';
import { ORGANISATIONS } from '../../audiences/compile/predicate-sql.js';
import type { EngineVersion } from '../engine/rule-in-force.js';
import { wantedSql } from '../engine/wanted-sql.js';
import { type Effect, placeOf } from '../rehearsal/effects.js';
import { holding, rehearse, targetsOf } from '../rehearsal/rehearse.js';
import type { LockedVersion } from '../versions/lock-version.js';

/** Applied ahead of its first day, a version is looked at as of that day. */
export const previewDay = ({ effectiveOn }: EngineVersion, today: string): string =>
  maxDate(effectiveOn, today) ?? today;

/** What applying a version would do, to everybody whom it concerns or whom its rule gives something now. */
export async function rehearseVersion(tx: Tx, ctx: Ctx, version: LockedVersion): Promise<Effect[]> {
  const today = previewDay(version, ctx.today);
  const { ruleId, pathId } = version;
  const wanted = await wantedBy(tx, version, today);
  const people = new Set([...wanted.map(({ personId }) => personId), ...(await holding(tx, ruleId))]);
  const asked = pathId === null ? [] : wanted.map(({ engagementId }) => placeOf(engagementId, pathId));
  const about = { ruleId, targets: await targetsOf(tx, ruleId), personIds: [...people].sort(), asked: new Set(asked) };
  return rehearse(tx, { at: ctx.now, today }, about, () => takeOver(tx, ctx, version, null));
}

interface Wanted {
  personId: string;
  engagementId: string;
}

function wantedBy(tx: Tx, version: LockedVersion, today: string): Promise<Wanted[]> {
  const params = new Params();
  const wanted = wantedSql(version, params, { today: params.add(today, 'date'), persons: null });
  return tx.query(
    `with recursive ${ORGANISATIONS} select w.person_id as "personId", w.engagement_id as "engagementId" from (${wanted}) w`,
    params.values,
  );
}
