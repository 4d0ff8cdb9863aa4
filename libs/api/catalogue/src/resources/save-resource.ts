import { assertUnchanged, Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { Resource, SaveResourceRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { lockResource } from './lock-resource.js';
import { Resources } from './resources.js';

/** Another title in the library; what courses call it stays as it is. */
@Injectable()
export class SaveResource {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly resources: Resources,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, { title }: SaveResourceRequest): Promise<Resource> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const resource = await lockResource(tx, id);
      assertUnchanged(seen, resource.version);
      await tx.query('update resource set title = $2, version = version + 1 where id = $1', [id, title]);
      await this.audit.append(tx, ctx, {
        action: 'resource.save',
        targetType: 'resource',
        targetId: id,
        detail: { before: { title: resource.title }, after: { title } },
      });
    });
    return this.resources.one(id);
  }
}
