import { Audit, changeOf, type Ctx, Transactions } from '@lms/api-platform';
import type { Created, SaveCourseRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { CourseVersionEntity } from '../course-versions/course-version.entity.js';
import { assertOutcome } from '../outcomes/outcomes.js';
import { explainCourseCode } from './course-code.js';
import { CourseEntity } from './course.entity.js';

/** What a first draft says until its author says otherwise. */
const DEFAULT_MINUTES = 30;

@Injectable()
export class CreateCourse {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** The course and its first draft; whoever creates it owns it. */
  async run(ctx: Ctx, request: SaveCourseRequest): Promise<Created> {
    const id = uuid();
    const me = ctx.actor.personId;
    await this.transactions
      .run(changeOf(ctx), async (tx) => {
        await assertOutcome(tx, request.outcome, null);
        await tx.insert(CourseEntity, { id, ...request, ownerId: me, createdAt: ctx.now });
        await tx.insert(CourseVersionEntity, {
          id: uuid(),
          courseId: id,
          number: 1,
          minutes: DEFAULT_MINUTES,
          createdBy: me,
          createdAt: ctx.now,
        });
        await this.audit.append(tx, ctx, {
          action: 'course.create',
          targetType: 'course',
          targetId: id,
          detail: { code: request.code, title: request.title, mandatory: request.mandatory },
        });
      })
      .catch((error: unknown) => {
        throw explainCourseCode(error);
      });
    return { id };
  }
}
