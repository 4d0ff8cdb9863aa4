import { NotFound, type Tx } from '@lms/api-platform';

/** NotFound unless people can be asked for the course or the path now. */
export async function assertPublished(
  tx: Pick<Tx, 'query'>,
  { courseId, pathId }: { courseId: string | null; pathId: string | null },
): Promise<void> {
  const found: object[] = await tx.query(
    `select from course_version where course_id = $1 and state = 'published'
     union all select from path_version where path_id = $2 and state = 'published'`,
    [courseId, pathId],
  );
  if (found.length === 0) throw new NotFound();
}
