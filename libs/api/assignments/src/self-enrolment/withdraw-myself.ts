import { Audit, changeOf, Conflict, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { lockPerson } from './lock-person.js';

interface Held {
  assignmentId: string;
  /** Somebody else asks for it too. */
  asked: boolean;
}

const HELD = `
  select a.id as "assignmentId",
    exists (select from assignment_reason o where o.assignment_id = a.id and o.kind <> 'self' and o.ended_at is null) as asked
  from assignment a
  join assignment_reason r on r.assignment_id = a.id and r.kind = 'self' and r.ended_at is null
  where a.person_id = $2 and a.course_id = $1 and a.state = 'open'`;

/** What was begun by one's own wish ends by it too. What was done in it is kept, and it can be begun again. */
@Injectable()
export class WithdrawMyself {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** NotFound when the person is not in the course by their own wish; Conflict `asked-of-you` while others ask for it. */
  async run(ctx: Ctx, courseId: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await lockPerson(tx, ctx.actor.personId);
      const rows: Held[] = await tx.query(HELD, [courseId, ctx.actor.personId]);
      const [held] = rows;
      if (!held) throw new NotFound();
      if (held.asked) {
        throw new Conflict('asked-of-you', 'A path asks you for this course too, so it stays with you.');
      }
      await tx.query(
        `update assignment_reason set ended_at = $2, ended_why = 'withdrawn'
         where assignment_id = $1 and kind = 'self' and ended_at is null`,
        [held.assignmentId, ctx.now],
      );
      await tx.query(`update assignment set state = 'closed', closed_on = $2, closed_why = 'withdrawn' where id = $1`, [
        held.assignmentId,
        ctx.today,
      ]);
      await this.audit.append(tx, ctx, { action: 'course.withdraw', targetType: 'course', targetId: courseId });
    });
  }
}
