import type { Tx } from '@lms/api-platform';
import type { PathStage, SavePathVersionRequest } from '@lms/contracts';
import { STAGES } from './stages.sql.js';

/** What a path version holds, without ids: ready to be written into another one. */
export async function readStages(tx: Tx, pathVersionId: string): Promise<SavePathVersionRequest['stages']> {
  const rows: { stages: PathStage[] | null }[] = await tx.query(
    `select g.stages from path_version v cross join lateral (${STAGES}) g where v.id = $1`,
    [pathVersionId],
  );
  const stages = rows[0]?.stages ?? [];
  return stages.map(({ title, dayOffset, choices, steps }) => ({
    title,
    dayOffset,
    choices,
    steps: steps.map(({ id: _id, coursePublished: _published, ...step }) => step),
  }));
}
