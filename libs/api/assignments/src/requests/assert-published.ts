import { NotFound, type Tx } from '@lms/api-platform';

interface Target {
  courseId: string | null;
  pathId: string | null;
}

/** Whether people can be asked for the course or the path now. */
export async function isPublished(tx: Pick<Tx, 'query'>, { courseId, pathId }: Target): Promise<boolean> {
  const found: object[] = await tx.query(
    `select from course_version where course_id = $1 and state = 'published'
     union all select from path_version where path_id = $2 and state = 'published'`,
    [courseId, pathId],
  );
  return found.length > 0;
}

/** NotFound unless they can. */
export async function assertPublished(tx: Pick<Tx, 'query'>, target: Target): Promise<void> {
  if (!(await isPublished(tx, target))) throw new NotFound();
}
