import { Audit, changeOf, type Ctx, Invalid, Transactions, type Tx } from '@lms/api-platform';
import type { CourseVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertPartSeen } from '../course-versions/changed-by.js';
import { CourseVersions } from '../course-versions/course-versions.js';
import { editDraft } from '../course-versions/edit-draft.js';
import { ActivityEntity } from './activity.entity.js';

@Injectable()
export class OrderActivities {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
  ) {}

  /** `seen`: the draft's version that was read. */
  async run(ctx: Ctx, versionId: string, seen: number, activityIds: string[]): Promise<CourseVersion> {
    const edit = { action: 'activity.order', title: null } as const;
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await editDraft(tx, ctx, versionId, edit, async () => {
        await assertPartSeen(tx, ctx, versionId, 'order', seen);
        await assertSameActivities(tx, versionId, activityIds);
        await tx.query(
          `update activity a set position = o.position
           from unnest($1::uuid[]) with ordinality o(id, position) where a.id = o.id`,
          [activityIds],
        );
      });
      await this.audit.append(tx, ctx, {
        action: 'activity.order',
        targetType: 'course version',
        targetId: versionId,
        detail: { activityIds },
      });
    });
    return this.versions.one(versionId);
  }
}

/** Each activity once and none else: what somebody added or removed meanwhile must not be lost. */
async function assertSameActivities(tx: Tx, versionId: string, given: readonly string[]): Promise<void> {
  const there = await tx.findBy(ActivityEntity, { courseVersionId: versionId });
  const named = new Set(given);
  if (there.length === given.length && there.every((activity) => named.has(activity.id))) return;
  throw new Invalid([
    {
      path: 'activityIds',
      message: 'Name each activity of the version once. Somebody may have changed them meanwhile.',
    },
  ]);
}
