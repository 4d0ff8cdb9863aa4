import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { Created, SaveSchemeRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { explainSchemeCode } from './scheme-code.js';
import { SchemeEntity } from './scheme.entity.js';

@Injectable()
export class CreateScheme {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, request: SaveSchemeRequest): Promise<Created> {
    const id = uuid();
    await this.transactions
      .run(changeOf(ctx), async (tx) => {
        await tx.insert(SchemeEntity, { id, ...request, createdAt: ctx.now });
        await this.audit.append(tx, ctx, {
          action: 'scheme.create',
          targetType: 'scheme',
          targetId: id,
          detail: { ...request },
        });
      })
      .catch((error: unknown) => {
        throw explainSchemeCode(error);
      });
    return { id };
  }
}
