import { assertUnchanged, Audit, changeOf, type Ctx, NotFound, Outbox, Transactions } from '@lms/api-platform';
import type { Person, SavePersonRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertInScope } from '../shared/assert-in-scope.js';
import { GetPerson } from './get-person.js';
import { PersonEntity } from './person.entity.js';

@Injectable()
export class SavePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly person: GetPerson,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, request: SavePersonRequest): Promise<Person> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await assertInScope(tx, ctx, id);
      const stored = await tx.findOne(PersonEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!stored) throw new NotFound();
      assertUnchanged(seen, stored.version);
      await tx.update(PersonEntity, { id }, { ...request, version: stored.version + 1 });
      await this.audit.append(tx, ctx, { action: 'person.save', targetType: 'person', targetId: id });
      await this.outbox.append(tx, ctx.now, { type: 'person.saved', personId: id, payload: {} });
    });
    return this.person.run(ctx, id);
  }
}
