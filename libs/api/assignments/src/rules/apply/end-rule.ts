import { Audit, changeOf, Conflict, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { Rule } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { StartRuns } from '../runs/start-runs.js';
import { ReadRules } from '../versions/read-rules.js';

/** Ends a rule now: what it asked for is owed by it no longer, what was done stays done. */
@Injectable()
export class EndRule {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly starts: StartRuns,
    private readonly rules: ReadRules,
  ) {}

  async run(ctx: Ctx, ruleId: string, reason: string): Promise<Rule> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const rule: unknown[] = await tx.query('select id from assignment_rule where id = $1 for update', [ruleId]);
      if (rule.length === 0) throw new NotFound();
      const [ended]: [{ id: string }[], number] = await tx.query(
        `update rule_version set state = 'ended', ended_by = $2, ended_at = $3, ended_reason = $4
         where rule_id = $1 and state = 'active' and (ends_on is null or ends_on >= $5) returning id`,
        [ruleId, ctx.actor.personId, ctx.now, reason, ctx.today],
      );
      if (ended.length === 0) throw new Conflict('not-in-force', 'No version of this rule is in force.');
      for (const { id } of ended) {
        const run = { id, ruleId, kind: 'end' as const, by: ctx.actor.personId };
        await this.starts.ofVersion(tx, { at: ctx.now, today: ctx.today }, run);
      }
      await this.audit.append(tx, ctx, {
        action: 'rule.end',
        targetType: 'assignment rule',
        targetId: ruleId,
        detail: { reason },
      });
    });
    return this.rules.one(ctx, ruleId);
  }
}
