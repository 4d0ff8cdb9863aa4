import type { AssessmentSheet } from '@lms/contracts';
import { useMe } from '@lms/web-platform';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { saveAssessment } from '../api/assessments.js';
import { AssessmentDraft, type DraftView } from './assessment-draft.js';
import { browserKeptDraft } from './kept-draft.js';

const pauseMs = 700;
const retryMs = 10_000;

/** A draft that saves itself: when writing pauses, when the page is left, and when the signal is back. */
export function useAssessmentDraft(sheet: AssessmentSheet): { draft: AssessmentDraft; view: DraftView } {
  const { personId } = useMe();
  const [draft] = useState(
    () =>
      new AssessmentDraft(sheet, {
        save: (request, version) => saveAssessment(sheet.id, request, version),
        kept: browserKeptDraft(personId, sheet.id),
        pauseMs,
        retryMs,
      }),
  );
  const view = useSyncExternalStore(draft.subscribe, draft.read);
  useEffect(() => {
    const retry = () => void draft.flush();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      draft.stop();
      if (draft.read().status === 'unsaved') void draft.flush();
    };
  }, [draft]);
  return { draft, view };
}
