import { assertUnchanged, Audit, changeOf, type Ctx, NotFound, Outbox, Transactions } from '@lms/api-platform';
import type { Person, SavePersonRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertInScope } from '../shared/assert-in-scope.js';
import { changedFields } from '../shared/changed-fields.js';
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
      const before = await tx.findOne(PersonEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!before) throw new NotFound();
      assertUnchanged(seen, before.version);
      await tx.update(PersonEntity, { id }, { ...request, version: before.version + 1 });
      await this.audit.append(tx, ctx, {
        action: 'person.save',
        targetType: 'person',
        targetId: id,
        detail: { changed: changedFields<SavePersonRequest>(before, request) },
      });
      await this.outbox.append(tx, ctx.now, { type: 'person.saved', personId: id, payload: { personId: id } });
    });
    return this.person.run(ctx, id);
  }
}
