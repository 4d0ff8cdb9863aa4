import { useState } from 'react';
import type { SurveyDraft } from './survey-draft.js';

interface KeptSurvey {
  draft: SurveyDraft;
  /** False when the device keeps nothing. */
  kept: boolean;
  set: (draft: SurveyDraft) => void;
  /** It was sent: nothing of it stays on the device. */
  forget: () => void;
}

/** Answers, kept on this device as they are given, until they are sent. */
export function useSurveyDraft(personId: string, attemptId: string): KeptSurvey {
  const key = `waymark.survey.${personId}.${attemptId}`;
  const [draft, setDraft] = useState<SurveyDraft>(() => read(key));
  const [kept, setKept] = useState(true);
  const set = (next: SurveyDraft) => {
    setDraft(next);
    setKept(write(key, next));
  };
  const forget = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  };
  return { draft, kept, set, forget };
}

function read(key: string): SurveyDraft {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as SurveyDraft | null) ?? {};
  } catch {
    return {};
  }
}

function write(key: string, draft: SurveyDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
