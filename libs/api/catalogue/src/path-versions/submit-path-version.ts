import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { PathVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertDraft } from '../shared/version-states.js';
import { lockPathVersion } from './lock-path-version.js';
import { assertPathReady } from './path-ready.js';
import { PathVersionEntity } from './path-version.entity.js';
import { PathVersions } from './path-versions.js';

/** From now on the draft stands still, until somebody publishes or returns it. */
@Injectable()
export class SubmitPathVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: PathVersions,
  ) {}

  async run(ctx: Ctx, id: string): Promise<PathVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { version } = await lockPathVersion(tx, id);
      assertDraft(version.state);
      await assertPathReady(tx, id);
      await tx.update(
        PathVersionEntity,
        { id },
        {
          state: 'in-review',
          submittedBy: ctx.actor.personId,
          submittedAt: ctx.now,
          returnedReason: null,
          version: version.version + 1,
        },
      );
      await this.audit.append(tx, ctx, { action: 'path-version.submit', targetType: 'path version', targetId: id });
    });
    return this.versions.one(id);
  }
}
