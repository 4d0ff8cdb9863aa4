import { Audit, changeOf, type Ctx, Outbox, Transactions } from '@lms/api-platform';
import type { CourseVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { forcingPaths } from '../courses/mandatory-forced.js';
import { assertNotNamed } from '../outside-hosts/assert-not-named.js';
import { outsideHostsOf } from '../outside-hosts/hosts-of-version.js';
import { FreezeQuizzes } from '../questions/freeze-quizzes.js';
import { assertSecondPerson } from '../shared/second-person.js';
import { assertOpen } from '../shared/version-states.js';
import { assertNoTemplate } from '../templates/not-template.js';
import { CourseVersionEntity } from './course-version.entity.js';
import { CourseVersions } from './course-versions.js';
import { lockVersion } from './lock-version.js';
import { assertReady } from './not-ready.js';
import { endAtPublishing } from './old-ends.js';

/** The draft or what is in review becomes what is taught, in the place of what was until now. */
@Injectable()
export class PublishVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly versions: CourseVersions,
    private readonly quizzes: FreezeQuizzes,
  ) {}

  async run(ctx: Ctx, id: string): Promise<CourseVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { course, version } = await lockVersion(tx, id);
      assertOpen(version.state);
      assertNoTemplate(course);
      const mandatory = course.mandatory || (await forcingPaths(tx, course.id)).length > 0;
      const outsideHosts = await outsideHostsOf(tx, id);
      if (mandatory) assertSecondPerson(version, ctx.actor);
      else if (outsideHosts.length > 0) assertSecondPerson(version, ctx.actor, 'outside-hosts');
      if (outsideHosts.length > 0) await assertNotNamed(tx, ctx, id);
      await assertReady(tx, id);
      await this.quizzes.run(tx, id);
      await tx.query(
        `update course_version set state = 'retired', retired_at = $2, version = version + 1
         where course_id = $1 and state = 'published'`,
        [course.id, ctx.now],
      );
      await tx.update(
        CourseVersionEntity,
        { id },
        {
          state: 'published',
          approvedBy: ctx.actor.personId,
          publishedAt: ctx.now,
          returnedReason: null,
          oldEndsOn: endAtPublishing(version.oldEndsOn, ctx.today),
          version: version.version + 1,
        },
      );
      // What is published cannot be undone, so there is nothing left to undo with.
      await tx.query('delete from draft_change where course_version_id = $1', [id]);
      await this.audit.append(tx, ctx, {
        action: 'course-version.publish',
        targetType: 'course version',
        targetId: id,
        detail: { courseId: course.id, number: version.number, mandatory, outsideHosts },
      });
      const payload = { courseVersionId: id, courseId: course.id };
      await this.outbox.append(tx, ctx.now, { type: 'course-version.published', personId: null, payload });
    });
    return this.versions.one(id);
  }
}
