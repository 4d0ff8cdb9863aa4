import { Audit, changeOf, type Ctx, Invalid, Transactions } from '@lms/api-platform';
import type { AddCaptionsRequest, CourseVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { CourseVersions } from '../course-versions/course-versions.js';
import { editDraft } from '../course-versions/edit-draft.js';
import { lockActivity } from './lock-activity.js';
import { readyUpload } from './ready-upload.js';

@Injectable()
export class AddCaptions {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
  ) {}

  /** Captions in a language that the video has already take the place of those. */
  async run(ctx: Ctx, id: string, request: z.infer<typeof AddCaptionsRequest>): Promise<CourseVersion> {
    const versionId = await this.transactions.run(changeOf(ctx), async (tx) => {
      const activity = await lockActivity(tx, id);
      if (activity.kind !== 'video') throw new Invalid([], 'Only a video has captions.');
      const upload = await readyUpload(tx, request.uploadId);
      if (upload.kind !== 'captions') {
        throw new Invalid([{ path: 'uploadId', message: 'This upload holds no captions.' }]);
      }
      const edit = { action: 'captions.add', title: activity.title } as const;
      await editDraft(tx, ctx, activity.courseVersionId, edit, () =>
        tx.query(
          `insert into activity_captions (id, activity_id, language, label, sha256, size) values ($1, $2, $3, $4, $5, $6)
           on conflict (activity_id, language)
           do update set label = excluded.label, sha256 = excluded.sha256, size = excluded.size`,
          [uuid(), id, request.language, request.label, upload.sha256, upload.size],
        ),
      );
      await this.audit.append(tx, ctx, {
        action: 'captions.add',
        targetType: 'course version',
        targetId: activity.courseVersionId,
        detail: { activityId: id, language: request.language, label: request.label },
      });
      return activity.courseVersionId;
    });
    return this.versions.one(versionId);
  }
}
