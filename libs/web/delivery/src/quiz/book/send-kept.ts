import { ApiProblem } from '@lms/web-platform';
import { readRun } from '../api/quiz-run.js';
import { bookOf } from './book-of.js';
import { browserKeptAnswers, runsWithKeptAnswers } from './kept-answers.js';

/** Sends the answers that earlier visits could not. What belongs to a run that is over is forgotten. */
export async function sendKeptAnswers(personId: string): Promise<void> {
  for (const runId of runsWithKeptAnswers(personId)) {
    try {
      const run = await readRun(runId);
      if (run.state === 'open') await bookOf(personId, run).flush();
      else browserKeptAnswers(personId, runId).forget();
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) browserKeptAnswers(personId, runId).forget();
      // Without signal they wait for the next start.
    }
  }
}
