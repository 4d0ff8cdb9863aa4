import { Audit, changeOf, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { CourseVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertActivitySeen } from '../course-versions/changed-by.js';
import { CourseVersions } from '../course-versions/course-versions.js';
import { editDraft } from '../course-versions/edit-draft.js';
import { lockActivity } from './lock-activity.js';

@Injectable()
export class RemoveCaptions {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
  ) {}

  /** NotFound when the video has none in that language. `seen`: the activity's version that was read. */
  async run(ctx: Ctx, id: string, seen: number, language: string): Promise<CourseVersion> {
    const versionId = await this.transactions.run(changeOf(ctx), async (tx) => {
      const activity = await lockActivity(tx, id);
      await assertActivitySeen(tx, ctx, activity, seen);
      const edit = { action: 'captions.remove', title: activity.title } as const;
      await editDraft(tx, ctx, activity.courseVersionId, edit, async () => {
        const [gone]: [unknown[], number] = await tx.query(
          'delete from activity_captions where activity_id = $1 and language = $2 returning id',
          [id, language],
        );
        if (gone.length === 0) throw new NotFound();
      });
      await this.audit.append(tx, ctx, {
        action: 'captions.remove',
        targetType: 'course version',
        targetId: activity.courseVersionId,
        detail: { activityId: id, language },
      });
      return activity.courseVersionId;
    });
    return this.versions.one(versionId);
  }
}
