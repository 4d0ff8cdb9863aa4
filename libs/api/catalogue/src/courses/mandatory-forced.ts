import type { Tx } from '@lms/api-platform';

/** The onboarding paths that stand, or are about to, and the steps `s` that they put before people. */
export const FORCING_PATHS = `
  select l.title from path_step s
  join path_stage g on g.id = s.stage_id
  join path_version v on v.id = g.path_version_id
  join learning_path l on l.id = v.path_id
  where v.state in ('published', 'in-review') and l.kind = 'onboarding'`;

/** The titles of the paths that keep a course mandatory; none when it may be voluntary. */
export async function forcingPaths(tx: Tx, courseId: string): Promise<string[]> {
  const rows: { title: string }[] = await tx.query(
    `${FORCING_PATHS} and s.course_id = $1 group by l.title order by 1`,
    [courseId],
  );
  return rows.map((row) => row.title);
}
