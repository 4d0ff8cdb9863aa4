import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { AddedResource, AddResourceRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { keepResource } from './keep-resource.js';

@Injectable()
export class AddResource {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  run(ctx: Ctx, { uploadId, title }: AddResourceRequest): Promise<AddedResource> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const added = await keepResource(tx, ctx, uploadId, title);
      if (!added.known) {
        await this.audit.append(tx, ctx, {
          action: 'resource.add',
          targetType: 'resource',
          targetId: added.id,
          detail: { uploadId },
        });
      }
      return added;
    });
  }
}
