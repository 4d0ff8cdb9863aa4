import { NotFound, type Tx } from '@lms/api-platform';
import { CourseEntity } from '../courses/course.entity.js';
import { assertDraft } from '../shared/version-states.js';
import { CourseVersionEntity } from './course-version.entity.js';

export interface LockedVersion {
  course: CourseEntity;
  version: CourseVersionEntity;
}

/** The course and then its version, both held until the transaction ends: always in this order. NotFound. */
export async function lockVersion(tx: Tx, id: string): Promise<LockedVersion> {
  const found = await tx.findOneBy(CourseVersionEntity, { id });
  if (!found) throw new NotFound();
  const lock = { mode: 'pessimistic_write' } as const;
  const course = await tx.findOneOrFail(CourseEntity, { where: { id: found.courseId }, lock });
  const version = await tx.findOneOrFail(CourseVersionEntity, { where: { id }, lock });
  return { course, version };
}

/** The same, for an edit: Conflict `published-stays` or `in-review` when it is no draft. */
export async function lockDraft(tx: Tx, id: string): Promise<LockedVersion> {
  const locked = await lockVersion(tx, id);
  assertDraft(locked.version.state);
  return locked;
}
