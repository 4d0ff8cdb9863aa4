import { useCallback, useEffect, useState } from 'react';

const read = (key: string | null): string | null => {
  try {
    return key === null ? null : localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** A text that was typed into a field and not saved yet, kept on this device; null without one. */
export function useKeptText(name: string | undefined): { kept: string | null; keep: (text: string | null) => void } {
  const key = name === undefined ? null : `waymark.draft.field.${name}`;
  const [kept] = useState(() => read(key));
  const keep = useCallback(
    (text: string | null) => {
      if (key === null) return;
      try {
        if (text === null) localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      } catch {
        // Without storage the text lasts as long as the page.
      }
    },
    [key],
  );
  return { kept, keep };
}

/** Calls back when the page is about to be hidden or closed. */
export function useBeforeLeaving(leave: () => void): void {
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && leave();
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', leave);
    };
  });
}
