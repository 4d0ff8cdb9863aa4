import type { Ctx, Tx } from '@lms/api-platform';
import { maxDate } from '@lms/domain';
import { takeOver } from '../apply/put-in-force.js';
import { Params } from '../../audiences/compile/params.js';
import { ORGANISATIONS } from '../../audiences/compile/predicate-sql.js';
import type { EngineVersion } from '../engine/rule-in-force.js';
import { wantedSql } from '../engine/wanted-sql.js';
import type { Effect } from '../rehearsal/effects.js';
import { HOLDING, rehearse, targetsOf } from '../rehearsal/rehearse.js';
import type { LockedVersion } from '../versions/lock-version.js';

/** Applied ahead of its first day, a version is looked at as of that day. */
export const previewDay = ({ effectiveOn }: EngineVersion, today: string): string =>
  maxDate(effectiveOn, today) ?? today;

/** What applying a version would do, to everybody whom it concerns or whom its rule gives something now. */
export async function rehearseVersion(tx: Tx, ctx: Ctx, version: LockedVersion): Promise<Effect[]> {
  const today = previewDay(version, ctx.today);
  const { ruleId } = version;
  const about = { ruleId, targets: await targetsOf(tx, ruleId), personIds: await concerned(tx, version, today) };
  return rehearse(tx, { at: ctx.now, today }, about, () => takeOver(tx, ctx, version, null));
}

async function concerned(tx: Tx, version: LockedVersion, today: string): Promise<string[]> {
  const params = new Params();
  const holding = HOLDING.replaceAll('$1', params.add(version.ruleId, 'uuid'));
  const wanted = wantedSql(version, params, { today: params.add(today, 'date'), persons: null });
  const rows: { id: string }[] = await tx.query(
    `with recursive ${ORGANISATIONS}, concerned(id) as (select w.person_id from (${wanted}) w union ${holding})
     select id from concerned order by 1`,
    params.values,
  );
  return rows.map(({ id }) => id);
}
