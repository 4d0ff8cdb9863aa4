import { Audit, type Ctx, type Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ForceMandatory {
  constructor(private readonly audit: Audit) {}

  /** Makes the courses of a path mandatory that are not so yet; each such change is told by the audit. */
  async coursesOf(tx: Tx, ctx: Ctx, pathVersionId: string): Promise<void> {
    const [changed]: [{ id: string }[], number] = await tx.query(
      `update course set mandatory = true, version = version + 1
       where not mandatory and id in (
         select t.course_id from path_step t join path_stage s on s.id = t.stage_id where s.path_version_id = $1
       ) returning id`,
      [pathVersionId],
    );
    for (const { id } of changed) {
      await this.audit.append(tx, ctx, {
        action: 'course.make-mandatory',
        targetType: 'course',
        targetId: id,
        detail: { pathVersionId },
      });
    }
  }
}
