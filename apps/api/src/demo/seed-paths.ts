import type { Alliance } from '@lms/demo';
import type { ClientBase } from 'pg';
import { insertRows } from './insert-rows.js';
import type { Moments } from './moments.js';

/** Paths with one version each: drafted, filled, then published where the demonstration says so. */
export async function seedPaths(client: ClientBase, { paths }: Alliance, moments: Moments): Promise<void> {
  const created_at = moments.goLive;
  await insertRows(
    client,
    'learning_path',
    paths.map(({ id, code, title, kind, summary }) => ({ id, version: 1, code, title, kind, summary, created_at })),
  );
  await insertRows(
    client,
    'path_version',
    paths.map(({ id, version: v }) => ({
      id: v.id,
      path_id: id,
      number: v.number,
      version: 1,
      state: 'draft',
      audience: v.audience,
      sequential: v.sequential,
      open_days: 7,
      created_by: v.createdById,
      created_at,
    })),
  );
  await insertRows(
    client,
    'path_stage',
    paths.flatMap(({ version }) =>
      version.stages.map(({ id, title, dayOffset }, index) => ({
        id,
        path_version_id: version.id,
        position: index + 1,
        title,
        day_offset: dayOffset,
      })),
    ),
  );
  await insertRows(
    client,
    'path_step',
    paths.flatMap(({ version }) =>
      version.stages.flatMap((stage) =>
        stage.steps.map(({ id, courseId, optional }, index) => ({
          id,
          stage_id: stage.id,
          position: index + 1,
          course_id: courseId,
          optional,
        })),
      ),
    ),
  );
  await client.query(
    `update path_version v set state = n.state, submitted_by = n.submitted_by, submitted_at = n.published_at,
       approved_by = n.approved_by, published_at = n.published_at
     from jsonb_populate_recordset(null::path_version, $1) n where v.id = n.id`,
    [
      JSON.stringify(
        paths
          .filter(({ version }) => version.state === 'published')
          .map(({ version: v }) => ({
            id: v.id,
            state: v.state,
            submitted_by: v.submittedById,
            approved_by: v.approvedById,
            published_at: v.publishedAt,
          })),
      ),
    ],
  );
}
