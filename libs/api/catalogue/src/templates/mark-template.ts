import { assertUnchanged, Audit, changeOf, Conflict, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { Course } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CourseVersionEntity } from '../course-versions/course-version.entity.js';
import { CourseEntity } from '../courses/course.entity.js';
import { GetCourse } from '../courses/get-course.js';

/** Makes a course a template that others are made from, or a course again. */
@Injectable()
export class MarkTemplate {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly course: GetCourse,
  ) {}

  /** Conflict `taught` for a course that was ever published or waits to be: its copy can become one. */
  async run(ctx: Ctx, id: string, seen: number, template: boolean): Promise<Course> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const course = await tx.findOne(CourseEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!course) throw new NotFound();
      assertUnchanged(seen, course.version);
      const taught = { courseId: id, state: In(['in-review', 'published', 'retired']) };
      if (template && (await tx.existsBy(CourseVersionEntity, taught))) {
        throw new Conflict(
          'taught',
          'People are taught this course already. Duplicate it, and make the copy a template.',
        );
      }
      await tx.update(CourseEntity, { id }, { template, version: course.version + 1 });
      await this.audit.append(tx, ctx, {
        action: 'course.template',
        targetType: 'course',
        targetId: id,
        detail: { template },
      });
    });
    return this.course.run(id);
  }
}
