import type { Tx } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';
import { ActivityEntity } from '../activities/activity.entity.js';

/**
 * Copies activities and their captions. Within a course each copy keeps its lineage, so that it is known to be the same
 * thing to do; in another course it begins one.
 */
export async function copyActivities(
  tx: Tx,
  fromVersionId: string,
  toVersionId: string,
  lineage: 'same-lineage' | 'new-lineage' = 'same-lineage',
): Promise<void> {
  const activities = await tx.findBy(ActivityEntity, { courseVersionId: fromVersionId });
  if (activities.length === 0) return;
  const copies = activities.map((activity) => {
    const id = uuid();
    const lineageId = lineage === 'same-lineage' ? activity.lineageId : id;
    // The copy has the same file: there is nothing new to read in it.
    return { ...activity, id, lineageId, courseVersionId: toVersionId, version: 1, readAgain: 'nobody' as const };
  });
  await tx.insert(ActivityEntity, copies);
  await tx.query(
    `insert into activity_captions (id, activity_id, language, label, sha256, size)
     select gen_random_uuid(), m.new_id, c.language, c.label, c.sha256, c.size
     from activity_captions c join unnest($1::uuid[], $2::uuid[]) m(old_id, new_id) on m.old_id = c.activity_id`,
    [activities.map((activity) => activity.id), copies.map((copy) => copy.id)],
  );
}
