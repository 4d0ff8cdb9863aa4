import type { PathVersion } from '@lms/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { keepPathVersion } from '../api/path.js';
import { savePathVersion } from '../api/save-path-version.js';
import { DraftSaver, type SaverView } from './draft-saver.js';

const pauseMs = 800;

/** A draft that saves itself: when typing pauses, when the page is left, and when the signal is back. */
export function useDraftSaver(version: PathVersion): { saver: DraftSaver; view: SaverView } {
  const client = useQueryClient();
  const [saver] = useState(
    () =>
      new DraftSaver(version, {
        pauseMs,
        save: async (request, seen) => {
          const saved = await savePathVersion(version.id, request, seen);
          keepPathVersion(client, saved);
          return saved;
        },
      }),
  );
  const view = useSyncExternalStore(saver.subscribe, saver.read);
  useEffect(() => {
    const retry = () => {
      if (saver.read().status === 'failed') void saver.flush();
    };
    const hold = (event: BeforeUnloadEvent) => {
      if (saver.read().status !== 'saved') event.preventDefault();
    };
    window.addEventListener('online', retry);
    window.addEventListener('beforeunload', hold);
    return () => {
      window.removeEventListener('online', retry);
      window.removeEventListener('beforeunload', hold);
      if (saver.read().status === 'unsaved') void saver.flush();
    };
  }, [saver]);
  return { saver, view };
}
