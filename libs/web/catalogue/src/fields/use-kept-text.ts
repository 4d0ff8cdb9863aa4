import { useCallback, useEffect, useState } from 'react';

const read = (key: string | null): string | null => {
  try {
    return key === null ? null : localStorage.getItem(key);
  } catch {
    return null;
  }
};

const PREFIX = 'waymark.draft.field.';

/** Gives up what was typed into the fields of one thing and not saved. */
export function forgetKeptTexts(of: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX + of)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** A text that was typed into a field and not saved yet, kept on this device; null without one. */
export function useKeptText(name: string | undefined): { kept: string | null; keep: (text: string | null) => void } {
  const key = name === undefined ? null : PREFIX + name;
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
