import { Audit, changeOf, type Ctx, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { Created, DuplicateCourseRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { copyActivities } from '../course-versions/copy-activities.js';
import { copyRenewal } from '../course-versions/renewal.js';
import { CourseVersionEntity } from '../course-versions/course-version.entity.js';
import { explainCourseCode } from '../courses/course-code.js';
import { CourseEntity } from '../courses/course.entity.js';

/**
 * A course made from another one, a template or not: everything in it, under a code and a title of its own. From here on
 * the two have nothing to do with each other, so its activities begin a lineage of their own.
 */
@Injectable()
export class DuplicateCourse {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, fromId: string, { code, title }: DuplicateCourseRequest): Promise<Created> {
    const id = uuid();
    await this.transactions
      .run(changeOf(ctx), async (tx) => {
        const from = await tx.findOneBy(CourseEntity, { id: fromId });
        if (!from) throw new NotFound();
        const { personId } = ctx.actor;
        await tx.insert(CourseEntity, {
          ...from,
          id,
          code,
          title,
          version: 1,
          template: false,
          copiedFrom: fromId,
          ownerId: personId,
          createdAt: ctx.now,
        });
        await this.copyVersion(tx, ctx, fromId, id);
        await this.audit.append(tx, ctx, {
          action: 'course.duplicate',
          targetType: 'course',
          targetId: id,
          detail: { from: fromId, code, title },
        });
      })
      .catch((error: unknown) => {
        throw explainCourseCode(error);
      });
    return { id };
  }

  private async copyVersion(tx: Tx, ctx: Ctx, fromId: string, toId: string): Promise<void> {
    const versions = await tx.find(CourseVersionEntity, { where: { courseId: fromId }, order: { number: 'DESC' } });
    const source = versions.find(({ state }) => state === 'published') ?? versions[0];
    const versionId = uuid();
    await tx.insert(CourseVersionEntity, {
      id: versionId,
      courseId: toId,
      number: 1,
      minutes: source?.minutes ?? 0,
      validityMonths: source?.validityMonths ?? null,
      createdBy: ctx.actor.personId,
      createdAt: ctx.now,
    });
    if (source) {
      await copyRenewal(tx, source.id, versionId);
      await copyActivities(tx, source.id, versionId, 'new-lineage');
    }
  }
}
