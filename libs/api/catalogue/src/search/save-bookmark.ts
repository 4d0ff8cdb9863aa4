import { changeOf, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';

/** Keeps a course among those that the person has saved; twice is once. NotFound for what they may not see. */
@Injectable()
export class SaveBookmark {
  constructor(private readonly transactions: Transactions) {}

  async run(ctx: Ctx, courseId: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const seen: { visible: boolean }[] = await tx.query(
        `select course_visible_to($1, $2, $3) and exists (select from search_document where course_id = $1) as visible`,
        [courseId, ctx.actor.personId, ctx.today],
      );
      if (seen[0]?.visible !== true) throw new NotFound();
      await tx.query(
        `insert into bookmark (person_id, course_id, created_at) values ($1, $2, $3) on conflict do nothing`,
        [ctx.actor.personId, courseId, ctx.now],
      );
    });
  }
}
