import { Audit, changeOf, Conflict, type Ctx, NotFound, Outbox, Transactions, type Tx } from '@lms/api-platform';
import type { DecisionRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { moveDue } from '../extensions/move-due.js';
import { lockChangedPerson } from '../person/changed-person.js';
import { beginByWish } from '../self-enrolment/begin-by-wish.js';
import { deciderOf } from './decider.js';

interface Asked {
  kind: 'extension' | 'enrolment';
  personId: string;
  courseId: string;
  askedBy: string;
  dueOn: string | null;
  why: string;
  state: string;
  /** It would still change something. */
  waits: boolean;
}

const ASKED = `
  select r.kind, r.person_id as "personId", r.course_id as "courseId", r.person_id as "askedBy", r.due_on::text as "dueOn", r.why,
    r.state, exists (select from waiting_request w where w.id = r.id) as waits
  from learner_request r where r.id = $1 for update`;

/** A line manager or the People Team says yes or no to what a learner asked for themselves. */
@Injectable()
export class DecideLearnerRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /**
   * NotFound out of scope; Forbidden as `deciderOf` says, and for the learner; Conflict `decided` when somebody was faster,
   * `over` when it would change nothing any more.
   */
  async run(ctx: Ctx, id: string, { approve, note }: DecisionRequest): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const who: { personId: string }[] = await tx.query(
        'select person_id as "personId" from learner_request where id = $1',
        [id],
      );
      if (!who[0]) throw new NotFound();
      await lockChangedPerson(tx, ctx, who[0].personId);
      const [asked]: Asked[] = await tx.query(ASKED, [id]);
      if (!asked) throw new NotFound();
      const as = await deciderOf(tx, ctx, asked);
      if (asked.state !== 'waiting') throw new Conflict('decided', 'This has been decided already.');
      if (!asked.waits) throw new Conflict('over', 'This would change nothing any more.');
      await tx.query(
        `update learner_request set state = $2, decided_by = $3, decided_at = $4, decision = $5, version = version + 1 where id = $1`,
        [id, approve ? 'approved' : 'refused', ctx.actor.personId, ctx.now, note],
      );
      if (approve) await give(tx, ctx, asked);
      await this.audit.append(tx, ctx, {
        action: approve ? 'learner-request.approve' : 'learner-request.refuse',
        targetType: 'learner request',
        targetId: id,
        detail: { note, as },
      });
      await this.outbox.append(tx, ctx.now, {
        type: 'learner-request.decided',
        personId: asked.personId,
        payload: { requestId: id },
      });
    });
  }
}

async function give(tx: Tx, ctx: Ctx, { kind, personId, courseId, dueOn, why }: Asked): Promise<void> {
  if (kind === 'enrolment') return beginByWish(tx, ctx, { personId, courseId });
  const [owed]: { id: string; dueOn: string }[] = await tx.query(
    `select id, due_on::text as "dueOn" from assignment where person_id = $1 and course_id = $2 and state = 'open'`,
    [personId, courseId],
  );
  if (!owed || dueOn === null) throw new Conflict('over', 'This would change nothing any more.');
  await moveDue(tx, ctx, { assignmentId: owed.id, personId, before: owed.dueOn, after: dueOn, reason: why });
}
