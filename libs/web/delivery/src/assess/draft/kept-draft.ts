import type { SaveAssessmentRequest } from '@lms/contracts';

/** What an assessor wrote and the server does not have yet, upon which version of the draft it was written. */
export type Kept = SaveAssessmentRequest & { version: number };

export interface KeptDraft {
  read(): Kept | null;
  write(kept: Kept): void;
  forget(): void;
}

/** In local storage, for one person and assessment. Without storage it lasts as long as the page. */
export function browserKeptDraft(personId: string, assessmentId: string): KeptDraft {
  const key = `waymark.assessment.${personId}.${assessmentId}`;
  return {
    read: () => {
      try {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
        return kept && Array.isArray(kept.results) && typeof kept.version === 'number' ? kept : null;
      } catch {
        return null;
      }
    },
    write: (kept) => {
      try {
        localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // Nothing can be kept here; the server still gets it.
      }
    },
    forget: () => {
      try {
        localStorage.removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
  };
}
