import { changeOf, type Ctx, Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';

/** Takes a course off the saved ones; nothing happens when it is not there. */
@Injectable()
export class RemoveBookmark {
  constructor(private readonly transactions: Transactions) {}

  async run(ctx: Ctx, courseId: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), (tx) =>
      tx.query('delete from bookmark where person_id = any (persons_as($1)) and course_id = $2', [
        ctx.actor.personId,
        courseId,
      ]),
    );
  }
}
