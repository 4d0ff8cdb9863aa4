import { Audit, changeOf, type Ctx, Invalid, Transactions, type Tx } from '@lms/api-platform';
import type { CourseVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { CourseVersions } from '../course-versions/course-versions.js';
import { lockDraft } from '../course-versions/lock-version.js';
import { ActivityEntity } from './activity.entity.js';

@Injectable()
export class OrderActivities {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
  ) {}

  async run(ctx: Ctx, versionId: string, activityIds: string[]): Promise<CourseVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await lockDraft(tx, versionId);
      await assertSameActivities(tx, versionId, activityIds);
      await tx.query(
        `update activity a set position = o.position
         from unnest($1::uuid[]) with ordinality o(id, position) where a.id = o.id`,
        [activityIds],
      );
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
  const named = new Set(given.map((id) => id.toLowerCase()));
  if (there.length === given.length && there.every((activity) => named.has(activity.id))) return;
  throw new Invalid([
    {
      path: 'activityIds',
      message: 'Name each activity of the version once. Somebody may have changed them meanwhile.',
    },
  ]);
}
