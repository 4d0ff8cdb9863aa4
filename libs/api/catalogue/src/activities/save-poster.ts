import { Audit, changeOf, type Ctx, Invalid, Transactions, type Tx } from '@lms/api-platform';
import type { CourseVersion, SavePosterRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertActivitySeen } from '../course-versions/changed-by.js';
import { CourseVersions } from '../course-versions/course-versions.js';
import { editDraft } from '../course-versions/edit-draft.js';
import { keepResource } from '../resources/keep-resource.js';
import { ActivityEntity } from './activity.entity.js';
import { lockActivity } from './lock-activity.js';
import { readyUpload } from './ready-upload.js';

/** The picture that stands in a video's place before it plays. It comes into the library, where its file is kept. */
@Injectable()
export class SavePoster {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
  ) {}

  /** Invalid for what is no video or no picture; Conflict `upload-not-ready`. `seen`: the activity's version that was read. */
  async run(ctx: Ctx, id: string, seen: number, { uploadId }: SavePosterRequest): Promise<CourseVersion> {
    const versionId = await this.transactions.run(changeOf(ctx), async (tx) => {
      const activity = await lockActivity(tx, id);
      const { courseVersionId, title } = activity;
      await assertActivitySeen(tx, ctx, activity, seen);
      if (activity.kind !== 'video') throw new Invalid([], 'Only a video begins with a picture.');
      const posterSha256 = uploadId && (await pictureOf(tx, ctx, uploadId, title));
      await editDraft(tx, ctx, courseVersionId, { action: 'poster.save', title }, () =>
        tx.update(ActivityEntity, { id }, { posterSha256 }),
      );
      await this.audit.append(tx, ctx, {
        action: 'poster.save',
        targetType: 'course version',
        targetId: courseVersionId,
        detail: { activityId: id, before: activity.posterSha256, after: posterSha256 },
      });
      return courseVersionId;
    });
    return this.versions.one(versionId);
  }
}

async function pictureOf(tx: Tx, ctx: Ctx, uploadId: string, title: string): Promise<string> {
  const { kind, sha256 } = await readyUpload(tx, uploadId);
  if (kind !== 'image') throw new Invalid([{ path: 'uploadId', message: 'This upload holds no picture.' }]);
  await keepResource(tx, ctx, uploadId, title);
  return sha256;
}
