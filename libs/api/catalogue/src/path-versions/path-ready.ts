import { Conflict, type ProblemField, type Tx } from '@lms/api-platform';

export interface StepFacts {
  /** `stages.0.steps.1` */
  path: string;
  courseTitle: string;
  published: boolean;
}

/** What is missing before people can be given these steps, in sentences; nothing when all is well. */
export function missingInPath(steps: readonly StepFacts[]): ProblemField[] {
  if (steps.length === 0) return [{ path: 'stages', message: 'Add at least one stage with one course.' }];
  return steps
    .filter((step) => !step.published)
    .map(({ path, courseTitle }) => ({
      path: `${path}.courseId`,
      message: `The course “${courseTitle}” has no published version yet.`,
    }));
}

/** Conflict `not-ready`, with what is missing. The courses are held, so that none is retired meanwhile. */
export async function assertPathReady(tx: Tx, pathVersionId: string): Promise<void> {
  await tx.query(
    `select from course where id in (
       select t.course_id from path_step t join path_stage s on s.id = t.stage_id where s.path_version_id = $1
     ) order by id for update`,
    [pathVersionId],
  );
  const steps: StepFacts[] = await tx.query(
    `select 'stages.'
         || (select count(*) from path_stage b where b.path_version_id = $1 and b.position < s.position)
         || '.steps.' || (row_number() over (partition by s.id order by t.position) - 1) as path,
       c.title as "courseTitle",
       exists (select from course_version v where v.course_id = c.id and v.state = 'published') as published
     from path_step t join path_stage s on s.id = t.stage_id join course c on c.id = t.course_id
     where s.path_version_id = $1 order by s.position, t.position`,
    [pathVersionId],
  );
  const missing = missingInPath(steps);
  if (missing.length > 0) throw new Conflict('not-ready', 'Something is still missing in this version.', missing);
}
