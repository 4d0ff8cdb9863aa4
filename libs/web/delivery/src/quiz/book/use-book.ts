import type { QuizRun } from '@lms/contracts';
import { useMe } from '@lms/web-platform';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { AnswerBook } from './answer-book.js';
import { bookOf } from './book-of.js';
import type { BookView } from './book-view.js';

/** The book of an open run, kept up to date while the page is looked at. */
export function useBook(run: QuizRun): { book: AnswerBook; view: BookView } {
  const { personId } = useMe();
  const book = useMemo(() => bookOf(personId, run), [personId, run]);
  const view = useSyncExternalStore(book.subscribe, book.read);
  useEffect(() => {
    // The book may have been open before, or another window may have answered.
    if (book.read().run !== run) void book.met(run);
  }, [book, run]);
  useEffect(() => {
    const back = () => void book.flush();
    const look = () => void (document.visibilityState === 'hidden' ? book.flush() : book.refresh());
    window.addEventListener('online', back);
    window.addEventListener('pagehide', back);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('pagehide', back);
      document.removeEventListener('visibilitychange', look);
      void book.flush();
    };
  }, [book]);
  return { book, view };
}
