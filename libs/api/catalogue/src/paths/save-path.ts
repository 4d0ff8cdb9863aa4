import { assertUnchanged, Audit, changeOf, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { Path, SavePathRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GetPath } from './get-path.js';
import { LearningPathEntity } from './learning-path.entity.js';
import { explainPathCode } from './path-code.js';

/** What a path is called. Its kind stays: people were given it as that. */
@Injectable()
export class SavePath {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly path: GetPath,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, request: SavePathRequest): Promise<Path> {
    await this.transactions
      .run(changeOf(ctx), async (tx) => {
        const path = await tx.findOne(LearningPathEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (!path) throw new NotFound();
        assertUnchanged(seen, path.version);
        await tx.update(LearningPathEntity, { id }, { ...request, version: path.version + 1 });
        const { code, title, summary } = path;
        await this.audit.append(tx, ctx, {
          action: 'path.save',
          targetType: 'path',
          targetId: id,
          detail: { before: { code, title, summary }, after: request },
        });
      })
      .catch((error: unknown) => {
        throw explainPathCode(error);
      });
    return this.path.run(id);
  }
}
