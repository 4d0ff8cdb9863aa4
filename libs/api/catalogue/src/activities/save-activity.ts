import { Audit, changeOf, type Ctx, Invalid, type ProblemField, Transactions } from '@lms/api-platform';
import type { CourseVersion, SaveActivityRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { assertActivitySeen } from '../course-versions/changed-by.js';
import { CourseVersions } from '../course-versions/course-versions.js';
import { editDraft } from '../course-versions/edit-draft.js';
import { OutsideHosts, tidyHosts } from '../outside-hosts/outside-hosts.js';
import { ActivityEntity } from './activity.entity.js';
import { lockActivity } from './lock-activity.js';
import { storedSettings } from './stored-settings.js';

type Request = z.infer<typeof SaveActivityRequest>;

@Injectable()
export class SaveActivity {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
    private readonly hosts: OutsideHosts,
  ) {}

  /** A package without a rule in the request keeps the one it has. `seen`: its version that was read. */
  async run(ctx: Ctx, id: string, seen: number, request: Request): Promise<CourseVersion> {
    const versionId = await this.transactions.run(changeOf(ctx), async (tx) => {
      const activity = await lockActivity(tx, id);
      const { courseVersionId } = activity;
      await assertActivitySeen(tx, ctx, activity, seen);
      const wrong = [...misfits(activity, request), ...this.hosts.faults(activity.kind, request.outsideHosts ?? [])];
      if (wrong.length > 0) throw new Invalid(wrong);
      const { title, minutes, noSpeech } = request;
      const readAgain = request.readAgain ?? activity.readAgain;
      const completionRule = request.completionRule ?? activity.completionRule;
      const settings = request.settings ? storedSettings(request.settings) : activity.settings;
      const outsideHosts = request.outsideHosts ? tidyHosts(request.outsideHosts) : activity.outsideHosts;
      await editDraft(tx, ctx, courseVersionId, { action: 'activity.save', title }, () =>
        tx.update(
          ActivityEntity,
          { id },
          { title, minutes, noSpeech, completionRule, readAgain, outsideHosts, settings },
        ),
      );
      await this.audit.append(tx, ctx, {
        action: 'activity.save',
        targetType: 'course version',
        targetId: courseVersionId,
        detail: {
          activityId: id,
          before: { outsideHosts: activity.outsideHosts },
          after: { title, minutes, noSpeech, completionRule, readAgain, outsideHosts },
        },
      });
      return courseVersionId;
    });
    return this.versions.one(versionId);
  }
}

function misfits({ kind }: ActivityEntity, { completionRule, noSpeech, readAgain, settings }: Request): ProblemField[] {
  const wrong: ProblemField[] = [];
  if (completionRule !== null && kind !== 'scorm12' && kind !== 'scorm2004') {
    wrong.push({ path: 'completionRule', message: 'Only a SCORM package has a completion rule.' });
  }
  if (noSpeech && kind !== 'video') {
    wrong.push({ path: 'noSpeech', message: 'Only a video can be without speech.' });
  }
  if (readAgain !== null && readAgain !== 'nobody' && kind !== 'document') {
    wrong.push({ path: 'readAgain', message: 'Only a document is read again.' });
  }
  if (settings !== null && settings.kind !== kind) {
    wrong.push({ path: 'settings', message: 'These settings belong to another kind of activity.' });
  }
  return wrong;
}
