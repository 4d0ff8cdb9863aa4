import { Audit, changeOf, Conflict, type Ctx, Transactions, type Tx } from '@lms/api-platform';
import type { CourseVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertPublished } from '../shared/version-states.js';
import { CourseVersionEntity } from './course-version.entity.js';
import { CourseVersions } from './course-versions.js';
import { lockVersion } from './lock-version.js';

/** The course is taught no more. What people have done stays theirs. */
@Injectable()
export class RetireVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
  ) {}

  async run(ctx: Ctx, id: string): Promise<CourseVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { course, version } = await lockVersion(tx, id);
      assertPublished(version.state);
      await assertInNoPath(tx, course.id);
      await tx.update(
        CourseVersionEntity,
        { id },
        { state: 'retired', retiredAt: ctx.now, version: version.version + 1 },
      );
      await this.audit.append(tx, ctx, {
        action: 'course-version.retire',
        targetType: 'course version',
        targetId: id,
        detail: { courseId: course.id, number: version.number },
      });
    });
    return this.versions.one(id);
  }
}

/** A published path must not lead to a course that nobody can open. Conflict `in-use`. */
async function assertInNoPath(tx: Tx, courseId: string): Promise<void> {
  const paths: { title: string }[] = await tx.query(
    `select distinct l.title from path_step s
     join path_stage g on g.id = s.stage_id
     join path_version v on v.id = g.path_version_id and v.state = 'published'
     join learning_path l on l.id = v.path_id
     where s.course_id = $1 order by 1`,
    [courseId],
  );
  if (paths.length === 0) return;
  const names = paths.map(({ title }) => `“${title}”`).join(', ');
  throw new Conflict('in-use', `People are given this course by a path: ${names}. Take it out of the path first.`);
}
