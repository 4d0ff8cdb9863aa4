import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { PathVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertInReview } from '../shared/version-states.js';
import { lockPathVersion } from './lock-path-version.js';
import { PathVersionEntity } from './path-version.entity.js';
import { PathVersions } from './path-versions.js';

/** What is in review becomes a draft again, with the reason for its author. */
@Injectable()
export class ReturnPathVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: PathVersions,
  ) {}

  async run(ctx: Ctx, id: string, reason: string): Promise<PathVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { version } = await lockPathVersion(tx, id);
      assertInReview(version.state);
      await tx.update(
        PathVersionEntity,
        { id },
        { state: 'draft', submittedBy: null, submittedAt: null, returnedReason: reason, version: version.version + 1 },
      );
      await this.audit.append(tx, ctx, {
        action: 'path-version.return',
        targetType: 'path version',
        targetId: id,
        detail: { reason },
      });
    });
    return this.versions.one(id);
  }
}
