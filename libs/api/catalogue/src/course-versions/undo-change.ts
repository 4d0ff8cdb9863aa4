import { Audit, changeOf, Conflict, type Ctx, Transactions, type Tx } from '@lms/api-platform';
import type { CourseVersion } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { CourseVersionEntity } from './course-version.entity.js';
import { CourseVersions } from './course-versions.js';
import { lockDraft } from './lock-version.js';

interface Change {
  id: string;
  action: string;
  title: string | null;
}

/** The newest change of one's own that stands, and the oldest one that was taken back. */
const NEXT = {
  undo: `select id, action, title from draft_change
    where course_version_id = $1 and person_id = $2 and undone_at is null order by id desc limit 1`,
  redo: `select id, action, title from draft_change
    where course_version_id = $1 and person_id = $2 and undone_at is not null order by id limit 1`,
};
const RESTORE = {
  undo: 'select restore_draft($1, after, before) as done from draft_change where id = $2',
  redo: 'select restore_draft($1, before, after) as done from draft_change where id = $2',
};

/** Takes one's own newest change to a draft back, or does it again. What others did in between is never touched. */
@Injectable()
export class UndoChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly versions: CourseVersions,
  ) {}

  /** Conflict `nothing-to-undo`; `changed-since` when somebody has changed the same thing after it. */
  async run(ctx: Ctx, versionId: string, way: 'undo' | 'redo'): Promise<CourseVersion> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { version } = await lockDraft(tx, versionId);
      const change = await this.next(tx, ctx, versionId, way);
      const rows: { done: boolean }[] = await tx.query(RESTORE[way], [versionId, change.id]);
      if (!rows[0]?.done) {
        throw new Conflict('changed-since', 'Somebody has changed the same thing since, so this cannot be taken back.');
      }
      await tx.query('update draft_change set undone_at = $2, version = $3 where id = $1', [
        change.id,
        way === 'undo' ? ctx.now : null,
        version.version + 1,
      ]);
      await tx.update(CourseVersionEntity, { id: versionId }, { version: version.version + 1 });
      await this.audit.append(tx, ctx, {
        action: `course-version.${way}`,
        targetType: 'course version',
        targetId: versionId,
        detail: { change: change.action, title: change.title },
      });
    });
    return this.versions.one(versionId);
  }

  private async next(tx: Tx, ctx: Ctx, versionId: string, way: 'undo' | 'redo'): Promise<Change> {
    const rows: Change[] = await tx.query(NEXT[way], [versionId, ctx.actor.personId]);
    const [change] = rows;
    if (change) return change;
    throw new Conflict(
      'nothing-to-undo',
      way === 'undo' ? 'There is nothing of yours to undo in this draft.' : 'There is nothing to do again.',
    );
  }
}
