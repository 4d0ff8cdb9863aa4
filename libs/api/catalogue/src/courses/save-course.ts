import { assertUnchanged, Audit, changeOf, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { Course, SaveCourseRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertOutcome } from '../outcomes/outcomes.js';
import { explainCourseCode } from './course-code.js';
import { CourseEntity } from './course.entity.js';
import { GetCourse } from './get-course.js';
import { assertMandatoryMayBecome } from './mandatory-change.js';

@Injectable()
export class SaveCourse {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly course: GetCourse,
  ) {}

  async run(ctx: Ctx, id: string, seen: number, request: SaveCourseRequest): Promise<Course> {
    await this.transactions
      .run(changeOf(ctx), async (tx) => {
        const course = await tx.findOne(CourseEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (!course) throw new NotFound();
        assertUnchanged(seen, course.version);
        await assertMandatoryMayBecome(tx, ctx, course, request.mandatory);
        await assertOutcome(tx, request.outcome, course.outcome);
        await tx.update(CourseEntity, { id }, { ...request, version: course.version + 1 });
        await this.audit.append(tx, ctx, {
          action: 'course.save',
          targetType: 'course',
          targetId: id,
          detail: { before: fieldsOf(course), after: request },
        });
      })
      .catch((error: unknown) => {
        throw explainCourseCode(error);
      });
    return this.course.run(id);
  }
}

function fieldsOf(course: CourseEntity): SaveCourseRequest {
  const { code, title, summary, topics, outcome, visibility, audience, ...rest } = course;
  const { selfEnrolment, mandatory, givesCertificate } = rest;
  return { code, title, summary, topics, outcome, visibility, audience, selfEnrolment, mandatory, givesCertificate };
}
