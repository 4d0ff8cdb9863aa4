import { assertUnchanged, Audit, changeOf, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { SaveSchemeRequest, Scheme } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GetScheme } from './get-scheme.js';
import { explainSchemeCode } from './scheme-code.js';
import { SchemeEntity } from './scheme.entity.js';

@Injectable()
export class SaveScheme {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly scheme: GetScheme,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, request: SaveSchemeRequest): Promise<Scheme> {
    await this.transactions
      .run(changeOf(ctx), async (tx) => {
        const found = await tx.findOne(SchemeEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (!found) throw new NotFound();
        assertUnchanged(seen, found.version);
        await tx.update(SchemeEntity, { id }, { ...request, version: found.version + 1 });
        const { code, name, startsOn, endsOn } = found;
        await this.audit.append(tx, ctx, {
          action: 'scheme.save',
          targetType: 'scheme',
          targetId: id,
          detail: { before: { code, name, startsOn, endsOn }, after: request },
        });
      })
      .catch((error: unknown) => {
        throw explainSchemeCode(error);
      });
    return this.scheme.run(ctx, id);
  }
}
