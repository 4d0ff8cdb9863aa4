import { Audit, changeOf, type Ctx, ProblemError, Sql, Transactions } from '@lms/api-platform';
import type { ReplacedCourse, ReplacePlan, ReplaceThen } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { editDraft } from '../course-versions/edit-draft.js';
import { PublishVersion } from '../course-versions/publish-version.js';
import { StartVersion } from '../course-versions/start-version.js';
import { SubmitVersion } from '../course-versions/submit-version.js';
import { OUTDATED_COURSES, type OutdatedCourse, planFor } from './outdated-courses.js';
import { putCurrent } from './put-current.js';

type Outcome = Pick<ReplacedCourse, 'outcome' | 'sentence'>;

const IN_REVIEW = 'It is in review and holds still. Once it is returned, bring it up to date from here.';
const NOT_USED =
  'Its open draft does not use this file. What is taught keeps the earlier one until the draft is published.';

/**
 * Brings every course that still has an earlier revision of a file up to date. Each by itself: what keeps one back does
 * not keep the others, and doing it again goes on with what is left.
 */
@Injectable()
export class SpreadResource {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly start: StartVersion,
    private readonly submit: SubmitVersion,
    private readonly publish: PublishVersion,
  ) {}

  /** What a new file would do. */
  async plan(resourceId: string): Promise<ReplacePlan> {
    const courses = await this.courses(resourceId, true);
    return {
      courses: courses.map((course) => {
        const { courseId, courseTitle, mandatory } = course;
        return { courseId, courseTitle, mandatory, what: planFor(course) };
      }),
    };
  }

  async run(ctx: Ctx, resourceId: string, then: ReplaceThen): Promise<ReplacedCourse[]> {
    const done: ReplacedCourse[] = [];
    for (const course of await this.courses(resourceId, false)) {
      const { courseId, courseTitle } = course;
      done.push({ courseId, courseTitle, ...(await this.one(ctx, resourceId, course, then)) });
    }
    return done;
  }

  private courses(resourceId: string, all: boolean): Promise<OutdatedCourse[]> {
    return this.sql.rows<OutdatedCourse & Record<string, unknown>>('outdated-courses', OUTDATED_COURSES, [
      resourceId,
      all,
    ]);
  }

  private async one(ctx: Ctx, resourceId: string, course: OutdatedCourse, then: ReplaceThen): Promise<Outcome> {
    const what = planFor(course);
    if (what === 'in-review') return { outcome: what, sentence: IN_REVIEW };
    if (what === 'held') return { outcome: what, sentence: NOT_USED };
    try {
      const versionId = course.openId ?? (await this.start.run(ctx, course.courseId)).id;
      await this.put(ctx, versionId, resourceId, what === 'draft-begun');
      if (what === 'draft-begun' && then === 'onward') return await this.onward(ctx, versionId, course);
      return { outcome: what, sentence: null };
    } catch (error) {
      if (error instanceof ProblemError && error.getStatus() < 500)
        return { outcome: 'held', sentence: error.sentence };
      throw error;
    }
  }

  /** The new file, in a draft; one that was begun for it is a minor version. Its author can take it back. */
  private async put(ctx: Ctx, versionId: string, resourceId: string, begun: boolean): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const [resource]: { title: string }[] = await tx.query('select title from resource where id = $1', [resourceId]);
      const edit = { action: 'version.file', title: resource?.title ?? null } as const;
      await editDraft(tx, ctx, versionId, edit, async () => {
        await putCurrent(tx, versionId, resourceId);
        if (begun) await tx.query(`update course_version set change = 'minor' where id = $1`, [versionId]);
      });
      await this.audit.append(tx, ctx, {
        action: 'course-version.new-file',
        targetType: 'course version',
        targetId: versionId,
        detail: { resourceId, begun },
      });
    });
  }

  /** A draft that holds this change alone goes on; the draft stays where something is still missing. */
  private async onward(ctx: Ctx, versionId: string, { mandatory, outside }: OutdatedCourse): Promise<Outcome> {
    const reviewed = mandatory || outside;
    try {
      if (reviewed) await this.submit.run(ctx, versionId);
      else await this.publish.run(ctx, versionId);
      return { outcome: reviewed ? 'submitted' : 'published', sentence: null };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.getStatus() >= 500) throw error;
      return { outcome: 'draft-begun', sentence: error.sentence };
    }
  }
}
