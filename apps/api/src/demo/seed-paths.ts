import type { Alliance, DemoPathStage } from '@lms/demo';
import type { ClientBase } from 'pg';
import { insertRows, type Row } from './insert-rows.js';
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
    'path_choice',
    paths.flatMap(({ version }) =>
      version.stages.flatMap(({ id, choice }) => (choice ? [{ ...choice, stage_id: id, position: 1 }] : [])),
    ),
  );
  await insertRows(
    client,
    'path_step',
    paths.flatMap(({ version }) => version.stages.flatMap(stepRows)),
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

/** Courses first, then tasks and milestones. The first version of a step gives the key to all later ones. */
function stepRows(stage: DemoPathStage): Row[] {
  const courses = stage.steps.map(({ id, courseId, optional }, index) => ({
    ...{ id, key: id, stage_id: stage.id, position: index + 1, kind: 'course', course_id: courseId, title: null },
    ...{ learner_title: '', instructions: '', doer: null, day_offset: null, optional, choice_id: null },
  }));
  const others = stage.others.map((other, index) => ({
    ...{ id: other.id, key: other.id, stage_id: stage.id, position: courses.length + index + 1, kind: other.kind },
    ...{ course_id: null, title: other.title, learner_title: other.learnerTitle, instructions: other.instructions },
    ...{
      doer: other.doer,
      day_offset: null,
      optional: other.optional,
      choice_id: other.chosen ? (stage.choice?.id ?? null) : null,
    },
  }));
  return [...courses, ...others];
}
