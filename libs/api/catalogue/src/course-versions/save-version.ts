import { Audit, changeOf, type Ctx, Invalid, Transactions } from '@lms/api-platform';
import type { CourseVersion, SaveVersionRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertPartSeen } from './changed-by.js';
import { CourseVersionEntity } from './course-version.entity.js';
import { CourseVersions } from './course-versions.js';
import { editDraft } from './edit-draft.js';
import { saveRenewal } from './renewal.js';
import { earliestEnd } from './old-ends.js';

@Injectable()
export class SaveVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, request: SaveVersionRequest): Promise<CourseVersion> {
    assertEndsLater(ctx, request);
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const before = await editDraft(tx, ctx, id, { action: 'version.save', title: null }, async ({ version }) => {
        await assertPartSeen(tx, ctx, id, 'settings', seen);
        const { validityMonths, minutes, change, begun, oldEndsOn, news } = version;
        const { renewal, ...settings } = request;
        await tx.update(CourseVersionEntity, { id }, settings);
        if (renewal) await saveRenewal(tx, version, renewal);
        return { validityMonths, minutes, change, begun, oldEndsOn, news };
      });
      await this.audit.append(tx, ctx, {
        action: 'course-version.save',
        targetType: 'course version',
        targetId: id,
        detail: { before, after: request },
      });
    });
    return this.versions.one(id);
  }
}

function assertEndsLater(ctx: Ctx, { begun, oldEndsOn }: SaveVersionRequest): void {
  if (oldEndsOn === null) return;
  if (begun !== 'restart') {
    throw new Invalid([{ path: 'oldEndsOn', message: 'Only when people start again does the earlier version end.' }]);
  }
  if (oldEndsOn < earliestEnd(ctx.today)) {
    throw new Invalid([{ path: 'oldEndsOn', message: 'Give people a week at least: choose a later day.' }]);
  }
}
