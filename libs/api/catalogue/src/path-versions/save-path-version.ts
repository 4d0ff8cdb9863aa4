import { assertUnchanged, Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { PathVersion, SavePathVersionRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertDraft } from '../shared/version-states.js';
import { assertCourses } from './check-courses.js';
import { assertSteps } from './check-steps.js';
import { lockPathVersion } from './lock-path-version.js';
import { PathVersionEntity } from './path-version.entity.js';
import { PathVersions } from './path-versions.js';
import { writeStages } from './write-stages.js';

/** Saves the whole draft at once. */
@Injectable()
export class SavePathVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: PathVersions,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, request: SavePathVersionRequest): Promise<PathVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { version } = await lockPathVersion(tx, id);
      assertDraft(version.state);
      assertUnchanged(seen, version.version);
      assertSteps(request);
      await assertCourses(tx, request.stages);
      const { stages, ...rest } = request;
      await tx.update(PathVersionEntity, { id }, { ...rest, version: version.version + 1 });
      await writeStages(tx, id, stages);
      await this.audit.append(tx, ctx, {
        action: 'path-version.save',
        targetType: 'path version',
        targetId: id,
        detail: { ...rest, stages },
      });
    });
    return this.versions.one(id);
  }
}
