import type { QuizRun } from '@lms/contracts';
import { handIn } from '../api/hand-in.js';
import { readRun } from '../api/quiz-run.js';
import { saveAnswers } from '../api/save-answers.js';
import { AnswerBook } from './answer-book.js';
import { browserKeptAnswers } from './kept-answers.js';

const books = new Map<string, AnswerBook>();

/** The one book of a run in this tab; leaving the quiz does not stop it from saving. */
export function bookOf(personId: string, run: QuizRun): AnswerBook {
  const key = `${personId}.${run.id}`;
  const open = books.get(key);
  if (open) return open;
  const book = new AnswerBook(run, {
    save: saveAnswers,
    handIn,
    read: (id) => readRun(id),
    kept: browserKeptAnswers(personId, run.id),
    ticks: () => performance.now(),
    random: Math.random,
    pauseMs: 400,
  });
  books.set(key, book);
  const stop = book.subscribe(() => {
    if (!book.read().handedIn) return;
    books.delete(key);
    stop();
  });
  return book;
}
