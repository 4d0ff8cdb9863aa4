import type { Ctx, Tx } from '@lms/api-platform';
import { coursesReadBy, maxDate } from '@lms/domain';
import type { LockedVersion } from './lock-version.js';

/** Whatever is in force then, or would come to be, ends on the day before this version begins. */
async function supersede(tx: Tx, { id, ruleId, effectiveOn }: LockedVersion, today: string): Promise<void> {
  await tx.query(
    `update rule_version set ends_on = least(ends_on, $3::date - 1), superseded_by = $1
     where rule_id = $2 and state = 'active' and (ends_on is null or ends_on >= $3::date)`,
    [id, ruleId, maxDate(effectiveOn, today)],
  );
}

/** The version takes the place of the one before. */
export async function takeOver(tx: Tx, ctx: Ctx, version: LockedVersion, previewId: string | null): Promise<void> {
  await supersede(tx, version, ctx.today);
  await tx.query(
    `update rule_version set state = 'active', preview_id = $2, applied_by = $3, applied_at = $4,
       proposed_by = coalesce(proposed_by, $3), proposed_at = coalesce(proposed_at, $4) where id = $1`,
    [version.id, previewId, ctx.actor.personId, ctx.now],
  );
}

/** The same, and what it reads is followed from now on. */
export async function putInForce(tx: Tx, ctx: Ctx, version: LockedVersion, previewId: string): Promise<void> {
  await takeOver(tx, ctx, version, previewId);
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
