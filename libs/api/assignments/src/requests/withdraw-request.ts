import { Audit, changeOf, Conflict, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { WithdrawRequest as Request } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { settle } from '../cycles/settle.js';
import { takeBackPaths } from './give-request.js';

/** What somebody asked is taken back, for one person or for all of them. What was done and why it was asked is kept. */
@Injectable()
export class WithdrawRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** By whoever asked, or the People Team; NotFound for others, and for a person who was not asked. */
  async run(ctx: Ctx, id: string, { personId, why }: Request): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const rows: { askedBy: string; state: string }[] = await tx.query(
        `select asked_by as "askedBy", state from assignment_request where id = $1 for update`,
        [id],
      );
      const asked = rows[0];
      if (!asked || (asked.askedBy !== ctx.actor.personId && !ctx.actor.permissions.has('assignments.decide'))) {
        throw new NotFound();
      }
      if (asked.state === 'refused' || asked.state === 'withdrawn')
        throw new Conflict('over', 'Nothing of this is left.');
      const [ended]: [{ personId: string }[], number] = await tx.query(
        `update assignment_reason r set ended_at = $3, ended_why = 'withdrawn'
         from assignment a where a.id = r.assignment_id and r.request_id = $1 and r.ended_at is null
           and ($2::uuid is null or a.person_id = $2)
         returning a.person_id as "personId"`,
        [id, personId, ctx.now],
      );
      const given = { at: ctx.now, today: ctx.today };
      const left = await takeBackPaths(tx, given, { requestId: id, personId });
      const people = [...new Set([...ended.map((e) => e.personId), ...left])];
      if (personId !== null && people.length === 0) throw new NotFound();
      await settle(tx, given, people);
      if (personId === null) {
        await tx.query(
          `update assignment_request set state = 'withdrawn', withdrawn_by = $2, withdrawn_at = $3, version = version + 1 where id = $1`,
          [id, ctx.actor.personId, ctx.now],
        );
      }
      await this.audit.append(tx, ctx, {
        action: 'assignment-request.withdraw',
        targetType: 'assignment request',
        targetId: id,
        detail: { personId, why, people: people.length },
      });
    });
  }
}
