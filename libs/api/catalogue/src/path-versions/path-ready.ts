import { Conflict, type ProblemField, type Tx } from '@lms/api-platform';
import type { StepKind } from '@lms/domain';

export interface StepFacts {
  /** `stages.0.steps.1` */
  path: string;
  title: string;
  /** False for a course that has no published version; null for what is no course. */
  published: boolean | null;
  kind: StepKind;
  /** How many of its choice are needed, and how many there are. */
  need: number | null;
  of: number | null;
}

/** What is missing before people can be given these steps, in sentences; nothing when all is well. */
export function missingInPath(steps: readonly StepFacts[]): ProblemField[] {
  if (!steps.some(({ kind }) => kind !== 'milestone'))
    return [{ path: 'stages', message: 'Add at least one stage with one course or task.' }];
  return steps.flatMap(({ path, title, published, need, of }) => {
    if (published === false)
      return [{ path: `${path}.courseId`, message: `The course “${title}” has no published version yet.` }];
    if (need !== null && of !== null && of <= need)
      return [
        {
          path: `${path}.choice`,
          message: `“${title}” stands in a choice of ${of} that needs ${need}: that is no choice.`,
        },
      ];
    return [];
  });
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
       coalesce(c.title, t.title) as title, t.kind, h.need,
       (select count(*)::int from path_step m where m.choice_id = h.id) as of,
       case when c.id is not null
         then exists (select from course_version v where v.course_id = c.id and v.state = 'published') end as published
     from path_step t join path_stage s on s.id = t.stage_id
     left join course c on c.id = t.course_id left join path_choice h on h.id = t.choice_id
     where s.path_version_id = $1 order by s.position, t.position`,
    [pathVersionId],
  );
  const missing = missingInPath(steps);
  if (missing.length > 0) throw new Conflict('not-ready', 'Something is still missing in this version.', missing);
}
