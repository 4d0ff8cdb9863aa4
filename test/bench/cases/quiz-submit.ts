import type { HandedIn } from '@lms/contracts';
import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { ask } from '../load/ask.js';
import { CONNECTIONS, load } from '../load/load.js';
import { POOL } from '../load/today-load.js';
import { startFloor } from '../setting/floor.js';
import { keptRows } from '../setting/kept-rows.js';
import { QuizRuns } from '../setting/quiz-runs.js';

/** So many that nobody hands in often: what one person has done is looked at with each. */
const LEARNERS = 600;
/** More a second than any machine takes; what is left over is left open. */
const RUNS_A_SECOND = 2000;

const JSON_HEADERS = { 'content-type': 'application/json' };
const handInPath = (runId: string): string => `/api/v1/my/quiz-runs/${runId}/hand-in`;

export const quizSubmitCase: BenchCase = {
  name: 'quiz-submit',
  title: 'A quiz of eight questions handed in, scored and passed, over 16 connections',
  unit: 'requests/s',
  aim: { of: 'ratio', atLeast: 0.1 },
  async run(bench) {
    const instance = await bench.demo();
    const runs = await QuizRuns.of(instance, LEARNERS);
    const floor = await startFloor('commit', {
      settings: { databaseUrl: await keptRows(instance.dataDir), poolSize: POOL },
    });
    try {
      const [first] = await runs.make(1);
      if (!first) throw new Error('There is no run to hand in');
      const answer = await ask(instance.direct + handInPath(first.runId), { token: first.token, body: runs.body });
      const { run, result }: HandedIn = JSON.parse(answer);
      if (run.result?.score !== 100 || !result.activityDone) throw new Error(`The first was not passed: ${answer}`);
      const { rounds, seconds } = bench.pace;
      let seq = 0;
      const measured = await alternate(
        rounds,
        async () => {
          const waiting = await runs.make(RUNS_A_SECOND * seconds);
          const next = () => {
            const one = waiting.pop();
            if (!one) throw new Error('More was handed in than was prepared');
            return { path: handInPath(one.runId), headers: { ...JSON_HEADERS, authorization: `Bearer ${one.token}` } };
          };
          const request = {
            method: 'POST' as const,
            path: '/',
            setupRequest: (given: object) => ({ ...given, ...next(), body: runs.body }),
          };
          return load({ url: instance.direct, seconds, requestsOf: () => [request] });
        },
        () =>
          load({
            url: floor.url,
            seconds,
            requestsOf: (connection) => [
              {
                method: 'POST',
                path: `/${connection % CONNECTIONS}`,
                headers: JSON_HEADERS,
                setupRequest: (given: object) => ({ ...given, body: keptBody((seq += 1), runs.body) }),
              },
            ],
          }),
      );
      const notPassed = await runs.notPassed();
      if (notPassed > 0) throw new Error(`${notPassed} of the runs were handed in and did not pass`);
      return { ...measured, notes: [`The answer with its feedback has ${answer.length} bytes.`] };
    } finally {
      await floor.stop();
    }
  },
};

/** As much as was handed in, in the form that the floor keeps. */
const keptBody = (seq: number, body: string): string => JSON.stringify({ entries: [{ seq, body }] });
