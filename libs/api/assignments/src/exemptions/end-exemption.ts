import { Audit, changeOf, Conflict, type Ctx, Forbidden, NotFound, Transactions } from '@lms/api-platform';
import { addDays } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { lockChangedPerson } from '../person/changed-person.js';

interface Held {
  personId: string;
  askedBy: string;
  state: string;
  toOn: string;
}

/** Ends an exemption before its time, from today on; what waits is taken back. By whoever asked, or the People Team. */
@Injectable()
export class EndExemption {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, id: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const rows: Held[] = await tx.query(
        `select person_id as "personId", asked_by as "askedBy", state, coalesce(ended_on, to_on)::text as "toOn"
         from exemption where id = $1 for update`,
        [id],
      );
      const held = rows[0];
      if (!held) throw new NotFound();
      await lockChangedPerson(tx, ctx, held.personId);
      if (held.askedBy !== ctx.actor.personId && !ctx.actor.permissions.has('assignments.decide'))
        throw new Forbidden();
      if (held.state === 'waiting') {
        await tx.query(`update exemption set state = 'withdrawn', version = version + 1 where id = $1`, [id]);
      } else if (held.state === 'approved' && held.toOn >= ctx.today) {
        await tx.query(`update exemption set ended_on = $2, ended_by = $3, version = version + 1 where id = $1`, [
          id,
          addDays(ctx.today, -1),
          ctx.actor.personId,
        ]);
      } else {
        throw new Conflict('over', 'This exemption is over already.');
      }
      await this.audit.append(tx, ctx, { action: 'exemption.end', targetType: 'exemption', targetId: id });
    });
  }
}
