import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { PathVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertPublished } from '../shared/version-states.js';
import { lockPathVersion } from './lock-path-version.js';
import { PathVersionEntity } from './path-version.entity.js';
import { PathVersions } from './path-versions.js';

/** Nobody new is given the path. Whoever has it keeps it, and its courses stay mandatory until somebody says otherwise. */
@Injectable()
export class RetirePathVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: PathVersions,
  ) {}

  async run(ctx: Ctx, id: string): Promise<PathVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { path, version } = await lockPathVersion(tx, id);
      assertPublished(version.state);
      await tx.update(
        PathVersionEntity,
        { id },
        { state: 'retired', retiredAt: ctx.now, version: version.version + 1 },
      );
      await this.audit.append(tx, ctx, {
        action: 'path-version.retire',
        targetType: 'path version',
        targetId: id,
        detail: { pathId: path.id, number: version.number },
      });
    });
    return this.versions.one(id);
  }
}
