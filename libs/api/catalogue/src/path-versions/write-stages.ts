import type { Tx } from '@lms/api-platform';
import type { SavePathVersionRequest } from '@lms/contracts';
import { v7 as uuid } from 'uuid';

type Stages = SavePathVersionRequest['stages'];

/** Puts the stages, choices and steps of a draft in the place of those it has. Every id is new; keys stay. */
export async function writeStages(tx: Tx, pathVersionId: string, stages: Stages): Promise<void> {
  const rows = stages.map((stage, index) => ({ ...stage, id: uuid(), position: index + 1 }));
  const choiceIds = new Map(rows.flatMap(({ choices }) => choices.map(({ key }) => [key, uuid()])));
  const steps = rows.flatMap((stage) =>
    stage.steps.map((step, index) => ({ ...step, id: uuid(), key: step.key ?? uuid(), stage, position: index + 1 })),
  );
  const ids = new Map(steps.map(({ key, id }) => [key, id]));
  await tx.query('delete from path_stage where path_version_id = $1', [pathVersionId]);
  await insert(
    tx,
    'path_stage',
    ['id', 'path_version_id', 'position', 'title', 'day_offset'],
    rows.map((row) => [row.id, pathVersionId, row.position, row.title, row.dayOffset]),
  );
  await insert(
    tx,
    'path_choice',
    ['id', 'stage_id', 'position', 'need'],
    rows.flatMap(({ id, choices }) => choices.map(({ key, need }, index) => [choiceIds.get(key), id, index + 1, need])),
  );
  await insert(
    tx,
    'path_step',
    [
      'id',
      'stage_id',
      'position',
      'key',
      'kind',
      'course_id',
      'title',
      'learner_title',
      'instructions',
      'doer',
      'day_offset',
      'optional',
      'choice_id',
    ],
    steps.map((step) => [
      step.id,
      step.stage.id,
      step.position,
      step.key,
      step.kind,
      step.courseId,
      step.kind === 'course' ? null : step.title,
      step.kind === 'task' ? step.learnerTitle : '',
      step.kind === 'task' ? step.instructions : '',
      step.doer,
      step.dayOffset,
      step.optional,
      step.choice === null ? null : choiceIds.get(step.choice),
    ]),
  );
  await insert(
    tx,
    'path_step_after',
    ['step_id', 'after_id'],
    steps.flatMap(({ id, after }) => [...new Set(after)].map((key) => [id, ids.get(key)])),
  );
}

type Table = 'path_stage' | 'path_choice' | 'path_step' | 'path_step_after';

/** Names of tables and columns are ours; values go as one parameter. */
async function insert(tx: Tx, table: Table, columns: readonly string[], values: readonly unknown[][]): Promise<void> {
  if (values.length === 0) return;
  const rows = values.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
  const names = columns.join(', ');
  await tx.query(`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}
