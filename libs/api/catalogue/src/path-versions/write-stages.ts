import type { Tx } from '@lms/api-platform';
import type { SavePathVersionRequest } from '@lms/contracts';
import { v7 as uuid } from 'uuid';

/** Puts the stages and steps of a draft in the place of those it has. */
export async function writeStages(
  tx: Tx,
  pathVersionId: string,
  stages: SavePathVersionRequest['stages'],
): Promise<void> {
  const rows = stages.map((stage, index) => ({ ...stage, id: uuid(), position: index + 1 }));
  const steps = rows.flatMap((stage) =>
    stage.steps.map((step, index) => ({ ...step, id: uuid(), stageId: stage.id, position: index + 1 })),
  );
  await tx.query('delete from path_stage where path_version_id = $1', [pathVersionId]);
  await tx.query(
    `insert into path_stage (id, path_version_id, position, title, day_offset)
     select r.id, $1::uuid, r.position, r.title, r.day_offset
     from unnest($2::uuid[], $3::int[], $4::text[], $5::int[]) r(id, position, title, day_offset)`,
    [
      pathVersionId,
      rows.map((row) => row.id),
      rows.map((row) => row.position),
      rows.map((row) => row.title),
      rows.map((row) => row.dayOffset),
    ],
  );
  await tx.query(
    `insert into path_step (id, stage_id, position, course_id, optional)
     select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::boolean[])`,
    [
      steps.map((step) => step.id),
      steps.map((step) => step.stageId),
      steps.map((step) => step.position),
      steps.map((step) => step.courseId),
      steps.map((step) => step.optional),
    ],
  );
}
