import type { Ctx, Tx } from '@lms/api-platform';
import { lockDraft, type LockedVersion } from './lock-version.js';

/** What an edit is, for the button that takes it back: a verb, and the title of what it was done to. */
export interface DraftEdit {
  action: DraftAction;
  title: string | null;
}

export type DraftAction =
  | 'activity.add'
  | 'activity.save'
  | 'activity.remove'
  | 'activity.order'
  | 'captions.add'
  | 'captions.remove'
  | 'poster.save'
  | 'version.save'
  | 'version.file';

/**
 * One edit of a draft: the draft is held, `work` changes it, and what became different is kept so that it can be undone.
 * Every edit counts the draft's version up. Problems: those of {@link lockDraft}.
 */
export async function editDraft<T>(
  tx: Tx,
  ctx: Ctx,
  versionId: string,
  edit: DraftEdit,
  work: (draft: LockedVersion) => Promise<T>,
): Promise<T> {
  const draft = await lockDraft(tx, versionId);
  // As text: it is only carried, never read here.
  const rows: { state: string }[] = await tx.query('select draft_state($1)::text as state', [versionId]);
  const result = await work(draft);
  await tx.query('select note_draft_change($1, $2, $3, $4, $5, $6)', [
    versionId,
    ctx.actor.personId,
    edit.action,
    edit.title,
    rows[0]?.state ?? '{}',
    ctx.now,
  ]);
  await tx.query('update course_version set version = version + 1 where id = $1', [versionId]);
  return result;
}
