import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { CourseVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertInReview } from '../shared/version-states.js';
import { CourseVersionEntity } from './course-version.entity.js';
import { CourseVersions } from './course-versions.js';
import { lockVersion } from './lock-version.js';

/** What is in review becomes a draft again, with the reason for its author. */
@Injectable()
export class ReturnVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
  ) {}

  async run(ctx: Ctx, id: string, reason: string): Promise<CourseVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { version } = await lockVersion(tx, id);
      assertInReview(version.state);
      await tx.update(
        CourseVersionEntity,
        { id },
        { state: 'draft', submittedBy: null, submittedAt: null, returnedReason: reason, version: version.version + 1 },
      );
      await this.audit.append(tx, ctx, {
        action: 'course-version.return',
        targetType: 'course version',
        targetId: id,
        detail: { reason },
      });
    });
    return this.versions.one(id);
  }
}
