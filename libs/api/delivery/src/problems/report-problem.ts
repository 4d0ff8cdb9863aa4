import { Injectable } from '@nestjs/common';
import { changeOf, Conflict, type Ctx, NotFound, ProblemError, Transactions, type Tx } from '@lms/api-platform';
import type { ReportProblemRequest } from '@lms/contracts';
import { TellOwner } from './tell-owner.js';

/** So many reports of one person in an hour help nobody. */
const MOST_AN_HOUR = 6;

interface Place {
  courseId: string;
  courseVersionId: string;
  attemptId: string | null;
  launchId: string | null;
}

/** A learner says what went wrong: their words, the device and the log of the visit go to whoever owns the course. */
@Injectable()
export class ReportProblem {
  constructor(
    private readonly transactions: Transactions,
    private readonly tellOwner: TellOwner,
  ) {}

  async run(ctx: Ctx, activityId: string, request: ReportProblemRequest): Promise<{ id: string }> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      // Two sent at once are counted one after the other.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 19))', [ctx.actor.personId]);
      if (await this.isKnown(tx, ctx, request.id)) return;
      await this.assertNotTooMany(tx, ctx);
      const place = await this.placeOf(tx, ctx, activityId, request.launchId);
      await tx.query(
        `insert into problem_report
           (id, course_id, course_version_id, activity_id, attempt_id, launch_id, person_id, words, device, calls, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          request.id,
          place.courseId,
          place.courseVersionId,
          activityId,
          place.attemptId,
          place.launchId,
          ctx.actor.personId,
          request.words.replaceAll('\0', ''),
          JSON.stringify(request.device).replaceAll('\\u0000', ''),
          JSON.stringify(request.calls).replaceAll('\\u0000', ''),
          ctx.now,
        ],
      );
      await this.tellOwner.run(tx, ctx, request.id);
    });
    return { id: request.id };
  }

  private async isKnown(tx: Tx, ctx: Ctx, id: string): Promise<boolean> {
    const [known]: { mine: boolean }[] = await tx.query(
      'select person_id = $2 as mine from problem_report where id = $1',
      [id, ctx.actor.personId],
    );
    if (known && !known.mine) throw new Conflict('already-used', 'This report was sent before. Write it once more.');
    return known !== undefined;
  }

  private async assertNotTooMany(tx: Tx, ctx: Ctx): Promise<void> {
    const since = new Date(ctx.now.getTime() - 3_600_000);
    const [sent]: { count: number }[] = await tx.query(
      'select count(*)::int as count from problem_report where person_id = $1 and created_at > $2',
      [ctx.actor.personId, since],
    );
    if ((sent?.count ?? 0) < MOST_AN_HOUR) return;
    const sentence = 'You have reported several problems in the last hour. They have arrived; try again later.';
    throw new ProblemError(429, 'too-many-reports', sentence, undefined, { 'retry-after': '3600' });
  }

  private async placeOf(tx: Tx, ctx: Ctx, activityId: string, launchId: string | null): Promise<Place> {
    const [place]: Place[] = await tx.query(
      `select v.course_id as "courseId", v.id as "courseVersionId", t.id as "attemptId",
         (select l.id from launch l where l.id = $3 and l.attempt_id = t.id) as "launchId"
       from activity a
       join course_version v on v.id = a.course_version_id
       left join lateral (
         select x.id from attempt x where x.person_id = $1 and x.activity_id = a.id order by x.number desc limit 1
       ) t on true
       where a.id = $2 and (t.id is not null or exists (
         select from standing_dates s where s.person_id = $1 and s.course_id = v.course_id and v.state = 'published'
       ))`,
      [ctx.actor.personId, activityId, launchId],
    );
    if (!place) throw new NotFound();
    return place;
  }
}
