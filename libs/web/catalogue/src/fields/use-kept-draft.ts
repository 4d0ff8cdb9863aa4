import { useEffect, useState } from 'react';

/** What is typed into a form, kept on this device until it is sent, so that nothing is lost by leaving. */
export function useKeptDraft<T extends object>(name: string, empty: T) {
  const key = `waymark.draft.${name}`;
  const [start] = useState(() => {
    try {
      const kept = localStorage.getItem(key);
      return kept ? { ...empty, ...(JSON.parse(kept) as Partial<T>) } : null;
    } catch {
      return null;
    }
  });
  const [draft, setDraft] = useState<T>(start ?? empty);
  useEffect(() => {
    try {
      if (JSON.stringify(draft) === JSON.stringify(empty)) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // Without storage the draft lasts as long as the page.
    }
  }, [draft, empty, key]);
  const forget = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  };
  return { draft, setDraft, forget, kept: start !== null };
}
