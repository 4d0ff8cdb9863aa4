import {
  assertUnchanged,
  Audit,
  changeOf,
  type Ctx,
  Invalid,
  NotFound,
  Transactions,
  type Tx,
  violates,
} from '@lms/api-platform';
import type { Created, SaveSchemeRequest, Scheme } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { ListSchemes } from './list-schemes.js';
import { SchemeEntity } from './scheme.entity.js';

@Injectable()
export class SaveScheme {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly schemes: ListSchemes,
  ) {}

  async add(ctx: Ctx, request: SaveSchemeRequest): Promise<Created> {
    const id = uuid();
    await this.run(ctx, async (tx) => {
      await tx.insert(SchemeEntity, { id, version: 1, createdAt: ctx.now, ...request });
      await this.audit.append(tx, ctx, {
        action: 'scheme.add',
        targetType: 'scheme',
        targetId: id,
        detail: { ...request },
      });
    });
    return { id };
  }

  async save(ctx: Ctx, id: string, seen: number, request: SaveSchemeRequest): Promise<Scheme> {
    await this.run(ctx, async (tx) => {
      const stored = await tx.findOne(SchemeEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!stored) throw new NotFound();
      assertUnchanged(seen, stored.version);
      await tx.update(SchemeEntity, { id }, { ...request, version: stored.version + 1 });
      await this.audit.append(tx, ctx, {
        action: 'scheme.save',
        targetType: 'scheme',
        targetId: id,
        detail: { ...request },
      });
    });
    return this.schemes.one(ctx, id);
  }

  private async run(ctx: Ctx, work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.transactions.run(changeOf(ctx), work);
    } catch (error) {
      if (violates(error, 'scheme_code_key'))
        throw new Invalid([{ path: 'code', message: 'Another scheme has this code' }]);
      throw error;
    }
  }
}
