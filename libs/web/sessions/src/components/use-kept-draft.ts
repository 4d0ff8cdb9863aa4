import { useEffect, useState } from 'react';

/** What is typed into a form, kept on this device until it is sent: leaving loses nothing. */
export function useKeptDraft<T extends object>(name: string, start: T) {
  const key = `waymark.draft.${name}`;
  const [kept] = useState(() => {
    try {
      const text = localStorage.getItem(key);
      return text === null ? null : { ...start, ...(JSON.parse(text) as Partial<T>) };
    } catch {
      return null;
    }
  });
  const [draft, setDraft] = useState<T>(kept ?? start);
  const [sent, setSent] = useState(false);
  useEffect(() => {
    try {
      if (sent || JSON.stringify(draft) === JSON.stringify(start)) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // Without storage the draft lasts as long as the page.
    }
  }, [draft, start, sent, key]);
  return {
    draft,
    change: (some: Partial<T>) => setDraft((before) => ({ ...before, ...some })),
    startOver: () => setDraft(start),
    forget: () => setSent(true),
    kept: kept !== null,
  };
}
