import { Audit, changeOf, Conflict, type Ctx, Forbidden, Transactions } from '@lms/api-platform';
import type { RuleVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertPreviewOf, previewAgain } from '../approval/approve-rule.js';
import { assertNoCircle } from '../circles/assert-no-circle.js';
import { assertWhole } from '../preview/make-preview.js';
import { SECOND_PERSON_ABOVE } from '../preview/read-preview.js';
import { rehearseVersion } from '../preview/rehearse-version.js';
import { digestOf } from '../rehearsal/effects.js';
import { StartRuns } from '../runs/start-runs.js';
import { assertState, type LockedVersion, lockVersion } from '../versions/lock-version.js';
import { ReadRules } from '../versions/read-rules.js';
import { putInForce } from '../versions/put-in-force.js';

/**
 * Puts a version in force: exactly what was previewed, or nothing. From the same transaction on events follow it, and a
 * run brings everybody up to it; the version before ends the day before, without anything being closed in between.
 */
@Injectable()
export class ApplyRule {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly starts: StartRuns,
    private readonly rules: ReadRules,
  ) {}

  /** Conflict `facts-changed` when it would do anything else now than the preview says. */
  async run(ctx: Ctx, id: string, previewId: string): Promise<RuleVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const version = await lockVersion(tx, id);
      assertState(version, 'draft', 'in-review', 'approved');
      const preview = await assertPreviewOf(tx, version, previewId);
      assertApproved(version, previewId, Math.max(preview.people, preview.loses));
      await assertWhole(tx, version, ctx.today);
      await assertNoCircle(tx, version, ctx.today);
      if (digestOf(await rehearseVersion(tx, ctx, version)) !== preview.digest) throw factsChanged();
      await putInForce(tx, ctx, version, previewId);
      if (version.effectiveOn <= ctx.today) {
        const run = { id, ruleId: version.ruleId, kind: 'apply' as const, by: ctx.actor.personId };
        await this.starts.ofVersion(tx, { at: ctx.now, today: ctx.today }, run);
      }
      await this.audit.append(tx, ctx, {
        action: 'rule-version.apply',
        targetType: 'rule version',
        targetId: id,
        detail: { previewId, people: preview.people },
      });
    });
    return this.rules.version(ctx, id);
  }
}

const factsChanged = (): Conflict =>
  new Conflict(
    'facts-changed',
    'People, dates or records have changed since this was previewed, so applying it would do something else. Preview it again.',
  );

function assertApproved(version: LockedVersion, previewId: string, people: number): void {
  if (people <= SECOND_PERSON_ABOVE) return;
  if (version.state !== 'approved' || version.approvedBy === null) {
    throw new Forbidden(
      'second-person-needed',
      `This reaches ${people} people, so a second person has to approve it first.`,
    );
  }
  if (version.previewId !== previewId) throw previewAgain();
}
