import { Audit, changeOf, Conflict, type Ctx, Invalid, Transactions, type Tx } from '@lms/api-platform';
import type { Created, PlanSessionRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { checkPlan } from './check-plan.js';
import { writeParts } from './write-session.js';

const COURSE = `
  select v.course_id as "courseId" from activity a
  join course_version v on v.id = a.course_version_id and v.state = 'published'
  where a.id = $1 and a.kind = 'in-person'`;

/** Plans a session. The same id is one. */
@Injectable()
export class PlanSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  run(ctx: Ctx, request: PlanSessionRequest): Promise<Created> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      if (await plannedBefore(tx, ctx, request.id)) return { id: request.id };
      const [course]: { courseId: string }[] = await tx.query(COURSE, [request.activityId]);
      if (!course)
        throw new Invalid([
          { path: 'activityId', message: 'Nothing of a published course is recorded in person here.' },
        ]);
      await checkPlan(tx, ctx, request);
      const { id, activityId, form, startsAt, endsAt, place, joinUrl, note, capacity } = request;
      await tx.query(
        `insert into training_session (id, course_id, activity_id, form, starts_at, ends_at, place, join_url, note, capacity, planned_by, planned_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          ...[id, course.courseId, activityId, form, startsAt, endsAt, place, joinUrl, note, capacity],
          ...[ctx.actor.personId, ctx.now],
        ],
      );
      await writeParts(tx, id, request);
      const { joinUrl: _, ...detail } = request;
      await this.audit.append(tx, ctx, {
        ...{ action: 'training-session.plan', targetType: 'training session', targetId: id, detail },
      });
      return { id };
    });
  }
}

async function plannedBefore(tx: Tx, ctx: Ctx, id: string): Promise<boolean> {
  const [found]: { own: boolean }[] = await tx.query(
    'select planned_by = $2 as own from training_session where id = $1',
    [id, ctx.actor.personId],
  );
  if (found?.own === false) throw new Conflict('already-exists', 'There is one like this already.');
  return found !== undefined;
}
