import { Audit, changeOf, type Ctx, Invalid, Transactions } from '@lms/api-platform';
import type { ApartRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertInScope } from '../shared/assert-in-scope.js';

/** Two people who look alike are two: nobody is asked about them again. Saying so twice is saying so once. */
@Injectable()
export class SetApart {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, { oneId, otherId }: ApartRequest): Promise<void> {
    if (oneId === otherId) throw new Invalid([{ path: 'otherId', message: 'This is the same entry' }]);
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await assertInScope(tx, ctx, oneId);
      await assertInScope(tx, ctx, otherId);
      const made: unknown[] = await tx.query(
        `insert into person_apart (one_id, other_id, by_id, at) values (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4)
         on conflict do nothing returning one_id`,
        [oneId, otherId, ctx.actor.personId, ctx.now],
      );
      if (made.length === 0) return;
      await this.audit.append(tx, ctx, {
        action: 'person.set-apart',
        targetType: 'person',
        targetId: oneId,
        detail: { otherId },
      });
    });
  }
}
