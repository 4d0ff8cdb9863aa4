import { Injectable } from '@nestjs/common';
import { Audit, changeOf, type Ctx, Invalid, NotFound, Sql, Transactions } from '@lms/api-platform';
import type { RecordInPersonRequest } from '@lms/contracts';
import { recordPeople } from './record-people.js';

/** A trainer writes down who did it: everybody or nobody, and only people they can see. */
@Injectable()
export class RecordInPerson {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(
    ctx: Ctx,
    activityId: string,
    request: RecordInPersonRequest,
  ): Promise<{ recorded: number; already: number }> {
    if (request.completedOn > ctx.today)
      throw new Invalid([{ path: 'completedOn', message: 'This day has not come yet' }]);
    const personIds = [...new Set(request.personIds)];
    await this.assertFits(ctx, activityId, personIds);
    const recorded = await this.transactions.run(changeOf(ctx), async (tx) => {
      const rows = await recordPeople(tx, ctx, { ...request, activityId, personIds });
      await this.audit.append(tx, ctx, {
        action: 'activity.record-in-person',
        targetType: 'activity',
        targetId: activityId,
        detail: { personIds, completedOn: request.completedOn },
      });
      return rows.filter(({ attemptId }) => attemptId !== null).length;
    });
    return { recorded, already: personIds.length - recorded };
  }

  private async assertFits(ctx: Ctx, activityId: string, personIds: string[]): Promise<void> {
    const row = await this.sql.row<{ activity: boolean; seen: number; self: boolean }>(
      'in-person-fits',
      `select exists (
           select from activity a join course_version v on v.id = a.course_version_id
           where a.id = $1 and a.kind = 'in-person' and v.state = 'published'
         ) as activity,
         (select count(*)::int from people_in_scope($2, $3) s(id) where s.id = any ($4::uuid[])) as seen,
         $2 = any ($4::uuid[]) as self`,
      [activityId, ctx.actor.personId, ctx.today, personIds],
    );
    if (!row?.activity || row.seen !== personIds.length) throw new NotFound();
    if (row.self)
      throw new Invalid([{ path: 'personIds', message: 'Somebody else has to record what you did yourself' }]);
  }
}
