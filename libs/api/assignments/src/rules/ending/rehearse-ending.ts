import type { Ctx, Tx } from '@lms/api-platform';
import type { Effect } from '../rehearsal/effects.js';
import { holding, rehearse, targetsOf } from '../rehearsal/rehearse.js';

/** Ends what is in force of a rule, or would come to be; answers the versions. */
export async function endVersions(tx: Tx, ctx: Ctx, ruleId: string, reason: string): Promise<string[]> {
  const [ended]: [{ id: string }[], number] = await tx.query(
    `update rule_version set state = 'ended', ended_by = $2, ended_at = $3, ended_reason = $4
     where rule_id = $1 and state = 'active' and (ends_on is null or ends_on >= $5) returning id`,
    [ruleId, ctx.actor.personId, ctx.now, reason, ctx.today],
  );
  return ended.map(({ id }) => id);
}

/** What ending a rule now takes from whom: from everybody who has something by it, or from some of them. */
export async function rehearseEnding(
  tx: Tx,
  ctx: Ctx,
  ruleId: string,
  only: readonly string[] | null = null,
): Promise<Effect[]> {
  const all = await holding(tx, ruleId);
  const personIds = (only === null ? all : all.filter((id) => only.includes(id))).sort();
  const about = { ruleId, targets: await targetsOf(tx, ruleId), personIds, asked: new Set<string>() };
  return rehearse(tx, { at: ctx.now, today: ctx.today }, about, async () => {
    await endVersions(tx, ctx, ruleId, '');
  });
}
