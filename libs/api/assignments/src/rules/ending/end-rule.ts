import { Audit, changeOf, Conflict, type Ctx, Forbidden, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { EndRuleRequest, Rule } from '@lms/contracts';
import { mayApprove } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { SECOND_PERSON_ABOVE } from '../preview/read-preview.js';
import { StartRuns } from '../runs/start-runs.js';
import { ReadRules } from '../versions/read-rules.js';
import { digestOf } from '../rehearsal/effects.js';
import { endVersions, rehearseEnding } from './rehearse-ending.js';

interface Asked {
  id: string;
  reason: string;
  askedBy: string;
}

/**
 * Ends a rule: what it asked for is owed by it no longer, what was done stays done. Where more than a hundred lose
 * something, one asks and another one ends it; whoever ends it has seen who loses.
 */
@Injectable()
export class EndRule {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly starts: StartRuns,
    private readonly rules: ReadRules,
  ) {}

  /** Ends it now, or asks a second person. Conflict `facts-changed` when others lose it now than were seen. */
  ask(ctx: Ctx, ruleId: string, { reason, digest }: EndRuleRequest): Promise<Rule> {
    return this.write(ctx, ruleId, async (tx) => {
      if (await openEnd(tx, ruleId)) throw new Conflict('asked-already', 'Somebody has asked for its end already.');
      const people = await assertSeen(tx, ctx, ruleId, digest);
      if (people <= SECOND_PERSON_ABOVE) return this.end(tx, ctx, ruleId, reason);
      await assertInForce(tx, ctx, ruleId);
      await tx.query(
        'insert into rule_end (id, rule_id, reason, people, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6)',
        [uuid(), ruleId, reason, people, ctx.actor.personId, ctx.now],
      );
      await this.tell(tx, ctx, 'rule.ask-end', ruleId, { reason, people });
    });
  }

  /** Forbidden `second-person-needed` for whoever asked. */
  approve(ctx: Ctx, ruleId: string, digest: string): Promise<Rule> {
    return this.write(ctx, ruleId, async (tx) => {
      const asked = await askedFor(tx, ruleId);
      if (!mayApprove(asked.askedBy, ctx.actor.personId)) {
        throw new Forbidden('second-person-needed', 'You asked for this, so somebody else has to decide it.');
      }
      await assertSeen(tx, ctx, ruleId, digest);
      await decide(tx, ctx, asked.id, 'ended');
      await this.end(tx, ctx, ruleId, asked.reason);
    });
  }

  /** It stays in force; also for whoever asked, who takes it back. */
  leave(ctx: Ctx, ruleId: string): Promise<Rule> {
    return this.write(ctx, ruleId, async (tx) => {
      await decide(tx, ctx, (await askedFor(tx, ruleId)).id, 'stays');
      await this.tell(tx, ctx, 'rule.leave-in-force', ruleId, {});
    });
  }

  private async end(tx: Tx, ctx: Ctx, ruleId: string, reason: string): Promise<void> {
    const ended = await endVersions(tx, ctx, ruleId, reason);
    if (ended.length === 0) throw notInForce();
    for (const id of ended) {
      const run = { id, ruleId, kind: 'end' as const, by: ctx.actor.personId };
      await this.starts.ofVersion(tx, { at: ctx.now, today: ctx.today }, run);
    }
    await this.tell(tx, ctx, 'rule.end', ruleId, { reason });
  }

  private tell(tx: Tx, ctx: Ctx, action: string, targetId: string, detail: Record<string, string | number>) {
    return this.audit.append(tx, ctx, { action, targetType: 'assignment rule', targetId, detail });
  }

  private async write(ctx: Ctx, ruleId: string, work: (tx: Tx) => Promise<void>): Promise<Rule> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const rule: unknown[] = await tx.query('select id from assignment_rule where id = $1 for no key update', [
        ruleId,
      ]);
      if (rule.length === 0) throw new NotFound();
      await work(tx);
    });
    return this.rules.one(ctx, ruleId);
  }
}

const notInForce = (): Conflict => new Conflict('not-in-force', 'No version of this rule is in force.');

async function openEnd(tx: Tx, ruleId: string): Promise<Asked | undefined> {
  const rows: Asked[] = await tx.query(
    'select id, reason, asked_by as "askedBy" from rule_end where rule_id = $1 and outcome is null',
    [ruleId],
  );
  return rows[0];
}

async function askedFor(tx: Tx, ruleId: string): Promise<Asked> {
  const asked = await openEnd(tx, ruleId);
  if (!asked) throw new Conflict('other-state', 'This has been decided already. Look at it again.');
  return asked;
}

async function assertInForce(tx: Tx, ctx: Ctx, ruleId: string): Promise<void> {
  const rows: unknown[] = await tx.query(
    `select 1 from rule_version where rule_id = $1 and state = 'active' and (ends_on is null or ends_on >= $2) limit 1`,
    [ruleId, ctx.today],
  );
  if (rows.length === 0) throw notInForce();
}

/** How many lose it; only what was seen is done. */
async function assertSeen(tx: Tx, ctx: Ctx, ruleId: string, digest: string): Promise<number> {
  const losing = await rehearseEnding(tx, ctx, ruleId);
  if (digestOf(losing) === digest) return new Set(losing.map(({ personId }) => personId)).size;
  throw new Conflict(
    'facts-changed',
    'Since you looked, who loses it or what they still owe has changed. Look again, then decide.',
  );
}

async function decide(tx: Tx, ctx: Ctx, id: string, outcome: 'ended' | 'stays'): Promise<void> {
  await tx.query('update rule_end set outcome = $2, decided_by = $3, decided_at = $4 where id = $1', [
    id,
    outcome,
    ctx.actor.personId,
    ctx.now,
  ]);
}
