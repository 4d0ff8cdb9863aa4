import { Audit, BeforeLists, changeOf, type Ctx, Outbox, Sql, Transactions } from '@lms/api-platform';
import type { Chased, ChasePeople as Asked } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type MatrixParts, matrixParts } from '../matrix/matrix-sql.js';

/** Of those who were chosen: who is seen by the reader, and late in something that the reader may know of; and who has a session of all that is late. */
const late = ({ given, who, values }: MatrixParts): string => `
  with ${given} late as (
    select distinct p.id from engagement e join person p on p.id = e.person_id
    where ${who} and p.id = any ($${values.length + 1}::uuid[])
  )
  select id, mail_address(id, $1) is not null as "hasAddress", not exists (
    select from standing_dates s
    where s.person_id = late.id and s.required and standing_on(s.*, $1) in ('overdue', 'expired') and booked_on(s.person_id, s.course_id, $1) is null
  ) as booked
  from late`;

/** Reminds people of what is overdue or expired. What each of them is told is theirs: an event says who, not what. */
@Injectable()
export class ChasePeople {
  constructor(
    private readonly sql: Sql,
    private readonly before: BeforeLists,
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, { personIds }: Asked): Promise<Chased> {
    await this.before.catchUp(ctx);
    const parts = matrixParts(ctx, { by: 'organisation', standing: 'to-act' });
    const found = await this.sql.rows<{ id: string; hasAddress: boolean; booked: boolean }>(
      `matrix-chase ${parts.name}`,
      late(parts),
      [...parts.values, personIds],
    );
    const chased = found.filter(({ booked }) => !booked);
    const ids = chased.map(({ id }) => id);
    if (ids.length > 0)
      await this.transactions.run(changeOf(ctx), async (tx) => {
        const payload = { by: ctx.actor.personId };
        const told = ids.map((personId) => ({ type: 'person.chased' as const, personId, payload }));
        await this.outbox.appendMany(tx, ctx.now, told);
        await this.audit.append(tx, ctx, {
          ...{ action: 'people.chase', targetType: 'chase', targetId: uuid() },
          detail: { personIds: ids.join(' ') },
        });
      });
    return {
      reminded: chased.length,
      withoutAddress: chased.filter(({ hasAddress }) => !hasAddress).length,
      nothingLate: new Set(personIds).size - found.length,
      booked: found.length - chased.length,
    };
  }
}
