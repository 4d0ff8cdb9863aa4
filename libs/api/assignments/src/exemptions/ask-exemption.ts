import { Audit, changeOf, Conflict, type Ctx, Invalid, NotFound, Transactions } from '@lms/api-platform';
import type { AskExemptionRequest, Created } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { lockChangedPerson } from '../person/changed-person.js';

/** Asks that somebody need not do a course for a while. It holds once another person has approved it. */
@Injectable()
export class AskExemption {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, personId: string, { courseId, fromOn, toOn, reason }: AskExemptionRequest): Promise<Created> {
    if (toOn < ctx.today) throw new Invalid([{ path: 'toOn', message: 'It would be over already.' }]);
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await lockChangedPerson(tx, ctx, personId);
      const courses: object[] = await tx.query('select from course where id = $1', [courseId]);
      if (courses.length === 0) throw new NotFound();
      const same: object[] = await tx.query(
        `select from exemption where person_id = $1 and course_id = $2 and state in ('waiting', 'approved')
           and daterange(from_on, coalesce(ended_on, to_on), '[]') && daterange($3, $4, '[]')
           and from_on <= coalesce(ended_on, to_on)`,
        [personId, courseId, fromOn, toOn],
      );
      if (same.length > 0)
        throw new Conflict('exempt-already', 'There is an exemption for some of these days already.');
      await tx.query(
        `insert into exemption (id, person_id, course_id, from_on, to_on, reason, asked_by, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, personId, courseId, fromOn, toOn, reason, ctx.actor.personId, ctx.now],
      );
      await this.audit.append(tx, ctx, {
        action: 'exemption.ask',
        targetType: 'exemption',
        targetId: id,
        detail: { personId, courseId, fromOn, toOn, reason },
      });
    });
    return { id };
  }
}
