import { Invalid, type ProblemField, type Tx } from '@lms/api-platform';
import type { SavePathVersionRequest } from '@lms/contracts';

interface PlacedCourse {
  courseId: string;
  /** Where the request names it, for the answer. */
  path: string;
}

/** Every course exists and stands in the path once. Invalid, at the step. */
export async function assertCourses(tx: Tx, stages: SavePathVersionRequest['stages']): Promise<void> {
  const placed = placedCourses(stages);
  const rows: { id: string }[] = await tx.query('select id from course where id = any($1::uuid[])', [
    placed.map((step) => step.courseId),
  ]);
  const wrong = wrongCourses(placed, new Set(rows.map((row) => row.id)));
  if (wrong.length > 0) throw new Invalid(wrong);
}

export function placedCourses(stages: readonly { steps: readonly { courseId: string | null }[] }[]): PlacedCourse[] {
  return stages.flatMap((stage, i) =>
    stage.steps.flatMap(({ courseId }, j) =>
      courseId === null ? [] : [{ courseId, path: `stages.${i}.steps.${j}.courseId` }],
    ),
  );
}

export function wrongCourses(placed: readonly PlacedCourse[], known: ReadonlySet<string>): ProblemField[] {
  const seen = new Set<string>();
  return placed.flatMap(({ courseId, path }) => {
    if (!known.has(courseId)) return [{ path, message: 'There is no such course.' }];
    if (seen.has(courseId)) return [{ path, message: 'This course is in the path already.' }];
    seen.add(courseId);
    return [];
  });
}
