import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { assertActivitySeen } from '../course-versions/changed-by.js';
import { editDraft } from '../course-versions/edit-draft.js';
import { ActivityEntity } from './activity.entity.js';
import { lockActivity } from './lock-activity.js';

@Injectable()
export class RemoveActivity {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** Those behind it move up. `seen`: its version that was read, so that nobody removes what they have not seen. */
  async run(ctx: Ctx, id: string, seen: number): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const activity = await lockActivity(tx, id);
      await assertActivitySeen(tx, ctx, activity, seen);
      const { courseVersionId, position, kind, title } = activity;
      await editDraft(tx, ctx, courseVersionId, { action: 'activity.remove', title }, async () => {
        await tx.delete(ActivityEntity, { id });
        await tx.query('update activity set position = position - 1 where course_version_id = $1 and position > $2', [
          courseVersionId,
          position,
        ]);
      });
      await this.audit.append(tx, ctx, {
        action: 'activity.remove',
        targetType: 'course version',
        targetId: courseVersionId,
        detail: { activityId: id, kind, title },
      });
    });
  }
}
