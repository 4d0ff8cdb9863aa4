import { Audit, changeOf, Conflict, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { AssignmentRequest, DecisionRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { deciderOf } from './decider.js';
import { giveRequest } from './give-request.js';
import { ListRequests } from './list-requests.js';

/** A second person gives what reaches many, to exactly those who were previewed, or refuses it. */
@Injectable()
export class DecideRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly requests: ListRequests,
  ) {}

  /** Forbidden as `deciderOf` says; Conflict `decided` when somebody was faster, `too-late` when its day has gone by. */
  async run(ctx: Ctx, id: string, { approve, note }: DecisionRequest): Promise<AssignmentRequest> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const rows: { courseId: string | null; askedBy: string; state: string; dueOn: string | null }[] = await tx.query(
        `select course_id as "courseId", asked_by as "askedBy", state, due_on::text as "dueOn"
         from assignment_request where id = $1 for update`,
        [id],
      );
      const asked = rows[0];
      if (!asked) throw new NotFound();
      await deciderOf(tx, ctx, { kind: 'request', personId: null, ...asked });
      if (asked.state !== 'waiting') throw new Conflict('decided', 'This has been decided already.');
      if (approve && asked.courseId !== null && asked.dueOn !== null && asked.dueOn < ctx.today) throw tooLate();
      await tx.query(
        `update assignment_request set state = $2, decided_by = $3, decided_at = $4, decision = $5, version = version + 1 where id = $1`,
        [id, approve ? 'given' : 'refused', ctx.actor.personId, ctx.now, note],
      );
      if (approve) await giveRequest(tx, { at: ctx.now, today: ctx.today }, id);
      await this.audit.append(tx, ctx, {
        action: approve ? 'assignment-request.approve' : 'assignment-request.refuse',
        targetType: 'assignment request',
        targetId: id,
        detail: { note },
      });
    });
    return this.requests.one(ctx, id);
  }
}

const tooLate = (): Conflict =>
  new Conflict(
    'too-late',
    'The day by which it was to be done has gone by. Refuse it, and have it asked again with another day.',
  );
