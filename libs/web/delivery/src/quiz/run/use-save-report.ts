import { useEffect } from 'react';
import { otherSaves } from '../../components/other-saves.js';
import type { BookView } from '../book/book-view.js';

/** Tells the mark at the top of the player how saving goes. */
export function useSaveReport({ waiting, offline, lastSavedAt }: BookView): void {
  useEffect(() => {
    otherSaves.report({ waiting, offline, lastSavedAt, explained: true });
  }, [waiting, offline, lastSavedAt]);
  useEffect(() => () => otherSaves.report(null), []);
}
