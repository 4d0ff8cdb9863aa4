import { useEffect, useState } from 'react';
import { emptyDraft, type EvidenceDraft } from './evidence-draft.js';

/** What is typed, kept on this device until it is sent. `first` stands where nothing is kept. */
export function useEvidenceDraft(name: string, first: EvidenceDraft = emptyDraft) {
  const key = `waymark.evidence.${name}`;
  const [draft, setDraft] = useState<EvidenceDraft>(() => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<EvidenceDraft> | null;
      return kept ? { ...first, ...kept } : first;
    } catch {
      return first;
    }
  });
  useEffect(() => {
    try {
      if (JSON.stringify(draft) === JSON.stringify(first)) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // Without storage it lasts as long as the page.
    }
  }, [draft, first, key]);
  const forget = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  };
  return { draft, setDraft, forget };
}
