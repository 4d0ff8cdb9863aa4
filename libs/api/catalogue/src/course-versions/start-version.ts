import { Audit, changeOf, type Ctx, NotFound, Transactions } from '@lms/api-platform';
import type { Created } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { CourseEntity } from '../courses/course.entity.js';
import { openVersionStands } from '../shared/version-states.js';
import { copyActivities } from './copy-activities.js';
import { copyRenewal } from './renewal.js';
import { CourseVersionEntity } from './course-version.entity.js';

/** A new draft: what the newest version says, ready to be changed. */
@Injectable()
export class StartVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, courseId: string): Promise<Created> {
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      if (!(await tx.findOne(CourseEntity, { where: { id: courseId }, lock }))) throw new NotFound();
      const newest = await tx.findOne(CourseVersionEntity, { where: { courseId }, order: { number: 'DESC' } });
      if (newest?.state === 'draft' || newest?.state === 'in-review') throw openVersionStands();
      const number = (newest?.number ?? 0) + 1;
      await tx.insert(CourseVersionEntity, {
        id,
        courseId,
        number,
        validityMonths: newest?.validityMonths ?? null,
        minutes: newest?.minutes ?? 0,
        createdBy: ctx.actor.personId,
        createdAt: ctx.now,
      });
      if (newest) {
        await copyRenewal(tx, newest.id, id);
        await copyActivities(tx, newest.id, id);
      }
      await this.audit.append(tx, ctx, {
        action: 'course-version.start',
        targetType: 'course version',
        targetId: id,
        detail: { courseId, number },
      });
    });
    return { id };
  }
}
