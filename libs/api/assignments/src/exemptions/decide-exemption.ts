import { Audit, changeOf, Conflict, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { DecisionRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { lockChangedPerson } from '../person/changed-person.js';
import { deciderOf } from '../requests/decider.js';

interface Asked {
  personId: string;
  courseId: string;
  askedBy: string;
  state: string;
}

/** A second person says yes or no to an exemption: the People Team, or a line manager where the course is not mandatory. */
@Injectable()
export class DecideExemption {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** NotFound out of scope; Forbidden as `deciderOf` says, and for the learner; Conflict `decided` when somebody was faster. */
  async run(ctx: Ctx, id: string, { approve, note }: DecisionRequest): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const rows: Asked[] = await tx.query(
        `select person_id as "personId", course_id as "courseId", asked_by as "askedBy", state from exemption where id = $1 for update`,
        [id],
      );
      const asked = rows[0];
      if (!asked) throw new NotFound();
      await lockChangedPerson(tx, ctx, asked.personId);
      const as = await deciderOf(tx, ctx, { kind: 'exemption', ...asked });
      if (asked.state !== 'waiting') throw new Conflict('decided', 'This has been decided already.');
      await tx.query(
        `update exemption set state = $2, decided_by = $3, decided_at = $4, decision = $5, version = version + 1 where id = $1`,
        [id, approve ? 'approved' : 'refused', ctx.actor.personId, ctx.now, note],
      );
      await this.audit.append(tx, ctx, {
        action: approve ? 'exemption.approve' : 'exemption.refuse',
        targetType: 'exemption',
        targetId: id,
        detail: { note, as },
      });
    });
  }
}
