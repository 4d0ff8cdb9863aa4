import { NotFound, type Tx } from '@lms/api-platform';
import { lockDraft } from '../course-versions/lock-version.js';
import { ActivityEntity } from './activity.entity.js';

/** An activity of a draft, for an edit; its version is held until the transaction ends. */
export async function lockActivity(tx: Tx, id: string): Promise<ActivityEntity> {
  const found = await tx.findOneBy(ActivityEntity, { id });
  if (!found) throw new NotFound();
  await lockDraft(tx, found.courseVersionId);
  // Read again: it may have been changed or removed until the lock was ours.
  const activity = await tx.findOneBy(ActivityEntity, { id });
  if (!activity) throw new NotFound();
  return activity;
}
