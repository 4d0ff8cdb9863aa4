import type { PageSettings } from '@lms/contracts';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { keepPage } from './page-kept.js';
import { PageSaver, type SaveState } from './page-saver.js';

/** The saver of one page: it goes on when the panel closes, and saves at once when the tab is hidden or signal comes back. */
export function usePageSaver(
  versionId: string,
  activityId: string,
  saved: string,
  save: (settings: PageSettings) => Promise<unknown>,
): { saver: PageSaver; state: SaveState } {
  const now = useRef({ saved, save });
  now.current = { saved, save };
  const [saver] = useState(
    () =>
      new PageSaver({
        save: (html) => now.current.save({ kind: 'page', html }),
        keep: (html) =>
          keepPage(
            versionId,
            activityId,
            html === null ? null : { html, base: now.current.saved, at: new Date().toISOString() },
          ),
        later: (run, milliseconds) => {
          const timer = setTimeout(run, milliseconds);
          return () => clearTimeout(timer);
        },
      }),
  );
  useEffect(() => {
    const flush = () => void saver.flush();
    const hidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('online', flush);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('online', flush);
      // What was refused waits on this device: somebody else's text may have been chosen instead of it.
      if (saver.state() !== 'failed') flush();
    };
  }, [saver]);
  return { saver, state: useSyncExternalStore(saver.subscribe, saver.state) };
}
