import type { RecordCompletionRequest } from '@lms/contracts';

/** A completion as it is being typed. */
export interface CompletionDraft {
  courseId: string;
  completedOn: string;
  validity: 'policy' | 'until' | 'life';
  validUntil: string;
  note: string;
}

/** What is sent; null while something is missing. `id` stays the same while one form is filled in. */
export function requestOf(
  id: string,
  draft: CompletionDraft,
  replaces: RecordCompletionRequest['replaces'],
): RecordCompletionRequest | null {
  const { courseId, completedOn, validity, validUntil, note } = draft;
  if (!courseId || !completedOn || (validity === 'until' && !validUntil)) return null;
  return {
    id,
    courseId,
    completedOn,
    ...(validity === 'policy' ? {} : { validUntil: validity === 'life' ? null : validUntil }),
    note: note.trim(),
    replaces,
  };
}
