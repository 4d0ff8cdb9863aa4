import { type Ctx, ProblemError, type Tx } from '@lms/api-platform';
import { nameSql } from '../shared/sql-text.js';

/** Which changes of a draft count: those of its settings, of the places of its activities, or of one activity. */
export type ChangedPart = 'settings' | 'order' | { activityId: string };

/** $1 the draft, $2 the keys, $3 the version that was read. The journal is short: what is older than it counts as changed. */
const SINCE = `
  select d.person_id as "personId", ${nameSql('d.person_id')} as name
  from draft_change d
  where d.course_version_id = $1 and d.version > $3 and exists (
    select from jsonb_object_keys(d.before || d.after) k where k like $2
  )
  order by d.version desc limit 1`;

interface By {
  personId: string;
  name: string;
}

/**
 * Settings and order go by the draft's own version, which every edit counts up: 412 `changed-meanwhile` only when the same
 * part was changed after the version that was read.
 */
export async function assertPartSeen(
  tx: Tx,
  ctx: Ctx,
  versionId: string,
  part: 'settings' | 'order',
  seen: number,
): Promise<void> {
  const by = await changedSince(tx, versionId, part, seen);
  if (by) throw changedMeanwhile(by, ctx);
}

/** An activity counts its own edits. 412 `changed-meanwhile`, saying who was faster. */
export async function assertActivitySeen(
  tx: Tx,
  ctx: Ctx,
  activity: { id: string; courseVersionId: string; version: number },
  seen: number,
): Promise<void> {
  if (seen === activity.version) return;
  throw changedMeanwhile(await changedSince(tx, activity.courseVersionId, { activityId: activity.id }, 0), ctx);
}

async function changedSince(tx: Tx, versionId: string, part: ChangedPart, seen: number): Promise<By | undefined> {
  const rows: By[] = await tx.query(SINCE, [versionId, patternOf(part), seen]);
  return rows[0];
}

function patternOf(part: ChangedPart): string {
  if (part === 'settings') return 'version/%';
  return part === 'order' ? '%/position' : `${part.activityId}/%`;
}

function changedMeanwhile(by: By | undefined, ctx: Ctx): ProblemError {
  const sentence =
    by?.personId === ctx.actor.personId
      ? 'You changed this in another window meanwhile. Nothing was overwritten.'
      : `${by?.name ?? 'Somebody else'} changed this while you were editing. Nothing of theirs was overwritten.`;
  return new ProblemError(412, 'changed-meanwhile', sentence);
}
