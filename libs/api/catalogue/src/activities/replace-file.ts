import { Audit, changeOf, type Ctx, Conflict, Invalid, Transactions } from '@lms/api-platform';
import type { CourseVersion, ReplaceFileRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertActivitySeen } from '../course-versions/changed-by.js';
import { CourseVersions } from '../course-versions/course-versions.js';
import { editDraft } from '../course-versions/edit-draft.js';
import { keepResource } from '../resources/keep-resource.js';
import { activityFrom } from './activity-from-upload.js';
import { ActivityEntity } from './activity.entity.js';
import { lockActivity } from './lock-activity.js';

/** Another file in the place of the one that an activity of a draft has, in this course alone. */
@Injectable()
export class ReplaceFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
  ) {}

  /** Invalid for a file of another kind; Conflict `same-file`, `upload-not-ready`. `seen`: the activity's version that was read. */
  async run(ctx: Ctx, id: string, seen: number, { uploadId, readAgain }: ReplaceFileRequest): Promise<CourseVersion> {
    const versionId = await this.transactions.run(changeOf(ctx), async (tx) => {
      const activity = await lockActivity(tx, id);
      const { courseVersionId, title } = activity;
      await assertActivitySeen(tx, ctx, activity, seen);
      if (activity.fileSha256 === null) throw new Invalid([], 'This activity has no file.');
      if (readAgain !== 'nobody' && activity.kind !== 'document') {
        throw new Invalid([{ path: 'readAgain', message: 'Only a document is read again.' }]);
      }
      const file = await activityFrom(tx, uploadId);
      if (file.kind !== activity.kind) {
        throw new Invalid([{ path: 'uploadId', message: `This file is of another kind than “${title}”.` }]);
      }
      if (file.fileSha256 === activity.fileSha256) {
        throw new Conflict('same-file', 'This is the file that stands there now. Nothing was changed.');
      }
      await editDraft(tx, ctx, courseVersionId, { action: 'version.file', title }, async () => {
        await keepResource(tx, ctx, uploadId, title);
        const { minutes: _, completionRule: __, ...content } = file;
        await tx.update(ActivityEntity, { id }, { ...content, readAgain });
      });
      await this.audit.append(tx, ctx, {
        action: 'activity.file',
        targetType: 'course version',
        targetId: courseVersionId,
        detail: { activityId: id, before: activity.fileSha256, after: file.fileSha256, readAgain },
      });
      return courseVersionId;
    });
    return this.versions.one(versionId);
  }
}
