import { Audit, changeOf, Conflict, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { CourseOutline } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { GetCourseOutline } from '../player/course-outline.js';

interface Versions {
  mine: string | null;
  published: string | null;
}

const VERSIONS = `
  select learner_version($1, $2, $3) as mine,
    (select id from course_version where course_id = $2 and state = 'published') as published
  from standing_dates where person_id = $1 and course_id = $2`;

/** The learner gives up what they began in an earlier version, and begins the new one. Their attempts stay as rows. */
@Injectable()
export class StartNewVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outline: GetCourseOutline,
  ) {}

  /** Conflict `another-version` when it is not the published one any more that the learner was told of. */
  async run(ctx: Ctx, courseId: string, courseVersionId: string): Promise<CourseOutline> {
    const { personId } = ctx.actor;
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const rows: Versions[] = await tx.query(VERSIONS, [personId, courseId, ctx.today]);
      const [versions] = rows;
      if (!versions) throw new NotFound();
      if (versions.published !== courseVersionId) {
        throw new Conflict('another-version', 'Meanwhile another version came out. Open the course again.');
      }
      // Sent twice, or begun in another window: it is so already.
      if (versions.mine === courseVersionId) return;
      await tx.query(`select begin_anew($1, $2, 'asked', $3)`, [personId, courseVersionId, ctx.now]);
      await this.audit.append(tx, ctx, {
        action: 'course.begin-anew',
        targetType: 'course version',
        targetId: courseVersionId,
        detail: { courseId, left: versions.mine },
      });
    });
    return this.outline.run(ctx, courseId);
  }
}
