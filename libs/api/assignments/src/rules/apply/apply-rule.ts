import { Audit, changeOf, Conflict, type Ctx, Forbidden, Transactions, type Tx } from '@lms/api-platform';
import type { RuleVersion } from '@lms/contracts';
import { coursesReadBy, maxDate } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { Params } from '../../audiences/compile/params.js';
import { assertPreviewOf, previewAgain } from '../approval/approve-rule.js';
import { assertNoCircle } from '../circles/assert-no-circle.js';
import { DIGEST, effectsSql } from '../preview/effects-sql.js';
import { assertWhole } from '../preview/make-preview.js';
import { SECOND_PERSON_ABOVE } from '../preview/read-preview.js';
import { StartRuns } from '../runs/start-runs.js';
import { assertState, type LockedVersion, lockVersion } from '../versions/lock-version.js';
import { ReadRules } from '../versions/read-rules.js';

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
      if ((await digestNow(tx, version, ctx.today)) !== preview.digest) throw factsChanged();
      await supersede(tx, version, ctx.today);
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

async function digestNow(tx: Tx, version: LockedVersion, today: string): Promise<string | undefined> {
  const params = new Params();
  const rows: { digest: string }[] = await tx.query(
    `${effectsSql(version, params, today)} select ${DIGEST} as digest from effects`,
    params.values,
  );
  return rows[0]?.digest;
}

/** Whatever is in force then, or would come to be, ends on the day before this version begins. */
async function supersede(tx: Tx, { id, ruleId, effectiveOn }: LockedVersion, today: string): Promise<void> {
  await tx.query(
    `update rule_version set ends_on = least(ends_on, $3::date - 1), superseded_by = $1
     where rule_id = $2 and state = 'active' and (ends_on is null or ends_on >= $3::date)`,
    [id, ruleId, maxDate(effectiveOn, today)],
  );
}

async function putInForce(tx: Tx, ctx: Ctx, version: LockedVersion, previewId: string): Promise<void> {
  await tx.query(
    `update rule_version set state = 'active', preview_id = $2, applied_by = $3, applied_at = $4,
       proposed_by = coalesce(proposed_by, $3), proposed_at = coalesce(proposed_at, $4) where id = $1`,
    [version.id, previewId, ctx.actor.personId, ctx.now],
  );
  const reads = [...coursesReadBy(version.predicate)];
  if (version.due.kind === 'after-completion') reads.push(version.due.courseId);
  await tx.query('insert into rule_reads (rule_version_id, course_id) select distinct $1::uuid, unnest($2::uuid[])', [
    version.id,
    reads,
  ]);
  // What a rule asks for is mandatory.
  await tx.query('update course set mandatory = true, version = version + 1 where id = $1 and not mandatory', [
    version.courseId,
  ]);
}
