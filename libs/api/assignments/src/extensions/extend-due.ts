import { Audit, changeOf, type Ctx, Forbidden, Invalid, NotFound, Transactions } from '@lms/api-platform';
import type { ExtendRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { lockChangedPerson } from '../person/changed-person.js';
import { moveDue } from './move-due.js';

interface Owed {
  personId: string;
  dueOn: string | null;
  /** An employer whom the actor does not see asks for it too. */
  others: boolean;
}

/** $1 assignment, $2 who asks, $3 today. */
const OWED = `
  select a.person_id as "personId", a.due_on::text as "dueOn", exists (
    select from assignment_reason r left join path_enrolment n on n.id = r.path_enrolment_id
    where r.assignment_id = a.id and r.ended_at is null
      and coalesce(r.engagement_id, n.engagement_id) not in (select engagements_in_scope($2, $3))) as others
  from assignment a where a.id = $1 and a.state = 'open' for update`;

/** More time for one person and one course, with a reason that is kept. The next cycle is not touched by it. */
@Injectable()
export class ExtendDue {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** NotFound for what is not owed or out of scope; Invalid for a day that is not later than the due date and today. */
  async run(ctx: Ctx, id: string, { dueOn, reason }: ExtendRequest): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const found: { personId: string }[] = await tx.query(
        'select person_id as "personId" from assignment where id = $1',
        [id],
      );
      if (!found[0]) throw new NotFound();
      await lockChangedPerson(tx, ctx, found[0].personId);
      const rows: Owed[] = await tx.query(OWED, [id, ctx.actor.personId, ctx.today]);
      const owed = rows[0];
      if (!owed) throw new NotFound();
      if (owed.others)
        throw new Forbidden('others-ask', 'Others ask for this too. The People Team can give more time.');
      if (owed.dueOn === null) throw new Invalid([{ path: 'dueOn', message: 'This has no due date to extend.' }]);
      if (dueOn <= owed.dueOn || dueOn < ctx.today) {
        throw new Invalid([{ path: 'dueOn', message: 'Choose a day after the due date, and not before today.' }]);
      }
      await moveDue(tx, ctx, { assignmentId: id, personId: owed.personId, before: owed.dueOn, after: dueOn, reason });
      await this.audit.append(tx, ctx, {
        action: 'assignment.extend',
        targetType: 'assignment',
        targetId: id,
        detail: { before: owed.dueOn, after: dueOn, reason },
      });
    });
  }
}
