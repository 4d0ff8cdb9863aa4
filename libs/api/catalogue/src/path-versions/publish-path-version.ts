import { Audit, changeOf, type Ctx, Outbox, Transactions } from '@lms/api-platform';
import type { PathVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertSecondPerson } from '../shared/second-person.js';
import { assertOpen } from '../shared/version-states.js';
import { ForceMandatory } from './force-mandatory.js';
import { lockPathVersion } from './lock-path-version.js';
import { PathGuards } from './path-guards.js';
import { assertPathReady } from './path-ready.js';
import { PathVersionEntity } from './path-version.entity.js';
import { PathVersions } from './path-versions.js';

/** Always by a second person, because it makes the courses of the path mandatory. */
@Injectable()
export class PublishPathVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly force: ForceMandatory,
    private readonly versions: PathVersions,
    private readonly guards: PathGuards,
  ) {}

  async run(ctx: Ctx, id: string): Promise<PathVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { path, version } = await lockPathVersion(tx, id);
      assertOpen(version.state);
      assertSecondPerson(version, ctx.actor);
      await assertPathReady(tx, id);
      await this.force.coursesOf(tx, ctx, id);
      await tx.query(
        `update path_version set state = 'retired', retired_at = $2, version = version + 1
         where path_id = $1 and state = 'published'`,
        [path.id, ctx.now],
      );
      await tx.update(
        PathVersionEntity,
        { id },
        {
          state: 'published',
          approvedBy: ctx.actor.personId,
          publishedAt: ctx.now,
          returnedReason: null,
          version: version.version + 1,
        },
      );
      await this.guards.run(tx, ctx, path.id);
      await this.audit.append(tx, ctx, {
        action: 'path-version.publish',
        targetType: 'path version',
        targetId: id,
        detail: { pathId: path.id, number: version.number },
      });
      const payload = { pathVersionId: id, pathId: path.id };
      await this.outbox.append(tx, ctx.now, { type: 'path-version.published', personId: null, payload });
    });
    return this.versions.one(id);
  }
}
