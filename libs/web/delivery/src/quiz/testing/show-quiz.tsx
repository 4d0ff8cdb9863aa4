import type { CommitResult, HandInRequest, QuizRun, QuizStatus, SaveAnswersRequest } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { renderRoutes, somebody, stubApi, type Answer } from '@lms/web-platform/testing';
import { useQuery } from '@tanstack/react-query';
import { QuizPlayer } from '../QuizPlayer.js';
import { attemptId, handedIn, handedInRun, id, opened, openRun, quizStatus } from './quiz-fixture.js';

let lastRun = 100;

/** The run of the next page that is shown. */
export const nextRunId = () => id(lastRun + 1);

/** The page of a quiz with an API that keeps one run; each test has a run of its own, since books live with the tab. */
export function showQuiz(options: {
  status?: Partial<QuizStatus>;
  run?: Partial<QuizRun>;
  at?: string;
  over?: QuizRun;
  more?: Record<string, Answer>;
}) {
  const runId = id((lastRun += 1));
  const done: CommitResult[] = [];
  const saved: SaveAnswersRequest[] = [];
  const handIns: HandInRequest[] = [];
  let run = openRun({ id: runId, ...options.run });
  let status = quizStatus(options.status);
  if (status.openRun) status = { ...status, openRun: runId };
  const { calls } = stubApi({
    'GET /me': somebody,
    [`GET /my/attempts/${attemptId}/quiz`]: () => status,
    [`POST /my/attempts/${attemptId}/quiz-runs`]: () => {
      status = { ...status, openRun: runId };
      return run;
    },
    [`GET /my/quiz-runs/${runId}`]: () => run,
    [`PUT /my/quiz-runs/${runId}/answers`]: (body) => {
      saved.push(body as SaveAnswersRequest);
      run = { ...run, version: run.version + 1 };
      return { version: run.version, savedAt: '2026-11-23T09:01:00.000Z' };
    },
    [`POST /my/quiz-runs/${runId}/hand-in`]: (body) => {
      handIns.push(body as HandInRequest);
      run = { ...(options.over ?? handedInRun()), id: runId };
      const over = { id: runId, number: 1, handedInAt: '2026-11-23T09:12:00.000Z', passed: false, score: null };
      status = { ...status, openRun: null, passed: run.result?.passed === true, runs: [over] };
      return handedIn(run);
    },
    ...options.more,
  });
  function Inside() {
    const { data } = useQuery(meQuery());
    return data ? <QuizPlayer opened={opened} onDone={(result) => done.push(result)} /> : null;
  }
  const { router } = renderRoutes(
    [{ path: '/quiz', Component: Inside }],
    `/quiz${(options.at ?? '').replace('RUN', runId)}`,
  );
  return {
    calls,
    saved,
    handIns,
    done,
    router,
    setStatus: (next: Partial<QuizStatus>) => (status = { ...status, ...next }),
  };
}
