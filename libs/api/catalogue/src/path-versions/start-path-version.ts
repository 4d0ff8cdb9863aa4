import { Audit, changeOf, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { Created } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { LearningPathEntity } from '../paths/learning-path.entity.js';
import { openVersionStands } from '../shared/version-states.js';
import { PathVersionEntity } from './path-version.entity.js';
import { readStages } from './read-stages.js';
import { writeStages } from './write-stages.js';

const EVERYBODY = { organisationKinds: [], employmentGroups: [] };

/** A new draft: what the newest version says, ready to be changed. What it means for those on the path is asked anew. */
@Injectable()
export class StartPathVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, pathId: string): Promise<Created> {
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      if (!(await tx.findOne(LearningPathEntity, { where: { id: pathId }, lock }))) throw new NotFound();
      const newest = await tx.findOne(PathVersionEntity, { where: { pathId }, order: { number: 'DESC' } });
      if (newest?.state === 'draft' || newest?.state === 'in-review') throw openVersionStands();
      const number = (newest?.number ?? 0) + 1;
      await tx.insert(PathVersionEntity, {
        id,
        pathId,
        number,
        audience: newest?.audience ?? EVERYBODY,
        sequential: newest?.sequential ?? false,
        openDays: newest?.openDays,
        createdBy: ctx.actor.personId,
        createdAt: ctx.now,
      });
      if (newest) await writeStages(tx, id, await readStages(tx, newest.id));
      await this.audit.append(tx, ctx, {
        action: 'path-version.start',
        targetType: 'path version',
        targetId: id,
        detail: { pathId, number },
      });
    });
    return { id };
  }
}
