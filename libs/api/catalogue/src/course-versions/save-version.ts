import { assertUnchanged, Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { CourseVersion, SaveVersionRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { CourseVersionEntity } from './course-version.entity.js';
import { CourseVersions } from './course-versions.js';
import { lockDraft } from './lock-version.js';

@Injectable()
export class SaveVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, request: SaveVersionRequest): Promise<CourseVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { version } = await lockDraft(tx, id);
      assertUnchanged(seen, version.version);
      await tx.update(CourseVersionEntity, { id }, { ...request, version: version.version + 1 });
      const { validityMonths, minutes, change } = version;
      await this.audit.append(tx, ctx, {
        action: 'course-version.save',
        targetType: 'course version',
        targetId: id,
        detail: { before: { validityMonths, minutes, change }, after: request },
      });
    });
    return this.versions.one(id);
  }
}
