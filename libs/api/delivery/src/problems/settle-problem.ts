import { Injectable } from '@nestjs/common';
import { assertUnchanged, Audit, changeOf, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { ReportedProblem, SettleProblemRequest } from '@lms/contracts';
import { GetProblem } from './get-problem.js';

/** Closes a report, or opens it again. */
@Injectable()
export class SettleProblem {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly problem: GetProblem,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, { state }: SettleProblemRequest): Promise<ReportedProblem> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const [report]: { version: number; state: string; courseId: string }[] = await tx.query(
        'select version, state, course_id as "courseId" from problem_report where id = $1 for update',
        [id],
      );
      if (!report) throw new NotFound();
      assertUnchanged(seen, report.version);
      if (report.state === state) return;
      const closed = state === 'closed';
      await tx.query(
        `update problem_report set state = $2, version = version + 1, closed_by = $3, closed_at = $4 where id = $1`,
        [id, state, closed ? ctx.actor.personId : null, closed ? ctx.now : null],
      );
      await this.audit.append(tx, ctx, {
        action: closed ? 'problem-report.close' : 'problem-report.reopen',
        targetType: 'course',
        targetId: report.courseId,
        detail: { reportId: id },
      });
    });
    return this.problem.run(id);
  }
}
