import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { CourseVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertNoTemplate } from '../templates/not-template.js';
import { CourseVersionEntity } from './course-version.entity.js';
import { CourseVersions } from './course-versions.js';
import { lockDraft } from './lock-version.js';
import { assertReady } from './not-ready.js';

/** From now on the draft stands still, until somebody publishes or returns it. */
@Injectable()
export class SubmitVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
  ) {}

  async run(ctx: Ctx, id: string): Promise<CourseVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { course, version } = await lockDraft(tx, id);
      assertNoTemplate(course);
      await assertReady(tx, id);
      await tx.update(
        CourseVersionEntity,
        { id },
        {
          state: 'in-review',
          submittedBy: ctx.actor.personId,
          submittedAt: ctx.now,
          returnedReason: null,
          version: version.version + 1,
        },
      );
      await this.audit.append(tx, ctx, {
        action: 'course-version.submit',
        targetType: 'course version',
        targetId: id,
      });
    });
    return this.versions.one(id);
  }
}
