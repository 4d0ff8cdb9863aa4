import type { Tx } from '@lms/api-platform';
import type { SavePathVersionRequest } from '@lms/contracts';

/** What a path version holds, without ids: ready to be written into another one. */
export function readStages(tx: Tx, pathVersionId: string): Promise<SavePathVersionRequest['stages']> {
  return tx.query(
    `select s.title, s.day_offset as "dayOffset", coalesce((
       select json_agg(json_build_object('courseId', t.course_id, 'optional', t.optional) order by t.position)
       from path_step t where t.stage_id = s.id
     ), '[]') as steps
     from path_stage s where s.path_version_id = $1 order by s.position`,
    [pathVersionId],
  );
}
