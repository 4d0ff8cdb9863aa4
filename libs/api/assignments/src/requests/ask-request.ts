import { Audit, changeOf, Conflict, type Ctx, Invalid, Transactions } from '@lms/api-platform';
import type { AskRequest as Request, AssignmentRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { assertPublished } from './assert-published.js';
import { choosePeople } from './chosen-people.js';
import { giveRequest } from './give-request.js';
import { ListRequests } from './list-requests.js';
import { needsSecond } from './needs-second.js';

/** Asks people to learn something. Given at once, or by a second person when it reaches many. */
@Injectable()
export class AskRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly requests: ListRequests,
  ) {}

  /** Conflict `preview-changed` when it would reach another number of people than its preview said. */
  async run(ctx: Ctx, { courseId, pathId, why, dueOn, chosen, expected }: Request): Promise<AssignmentRequest> {
    if (dueOn !== null && dueOn < ctx.today) {
      throw new Invalid([{ path: 'dueOn', message: 'Choose today or a later day.' }]);
    }
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await assertPublished(tx, { courseId, pathId });
      const { people } = await choosePeople(tx, ctx, chosen);
      if (people.length !== expected) {
        throw new Conflict('preview-changed', `It would reach ${people.length} people now. Look at the preview again.`);
      }
      const alone = !needsSecond(people.length);
      await tx.query(
        `insert into assignment_request (id, course_id, path_id, why, due_on, chosen, state, asked_by, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          courseId,
          pathId,
          why,
          dueOn,
          JSON.stringify(chosen),
          alone ? 'given' : 'waiting',
          ctx.actor.personId,
          ctx.now,
        ],
      );
      await tx.query(
        `insert into assignment_request_person (request_id, person_id, engagement_id)
         select $1, k.person_id, k.engagement_id from unnest($2::uuid[], $3::uuid[]) k(person_id, engagement_id)`,
        [id, people.map((p) => p.personId), people.map((p) => p.engagementId)],
      );
      if (alone) await giveRequest(tx, { at: ctx.now, today: ctx.today }, id);
      await this.audit.append(tx, ctx, {
        action: 'assignment-request.ask',
        targetType: 'assignment request',
        targetId: id,
        detail: { courseId, pathId, dueOn, why, people: people.length },
      });
    });
    return this.requests.one(ctx, id);
  }
}
