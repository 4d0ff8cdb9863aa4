import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { ask } from '../load/ask.js';
import { CONNECTIONS, load } from '../load/load.js';
import { POOL } from '../load/today-load.js';
import { startFloor } from '../setting/floor.js';
import { keptRows } from '../setting/kept-rows.js';
import { learnersOf, signIn } from '../setting/learners.js';
import { SHA, WaitingAttempts } from '../setting/waiting-attempts.js';

/** More than a learner completes in a second, so that none runs out of courses. */
const A_SECOND = 260;
const body = JSON.stringify({ sha256: SHA, name: 'Somebody who has read it' });

export const completeCase: BenchCase = {
  name: 'complete',
  title: 'Courses completed durably, each with its standing and its next cycle, by 16 learners',
  unit: 'requests/s',
  aim: { of: 'ratio', atLeast: 0.5 },
  async run(bench) {
    const instance = await bench.demo();
    const learners = await signIn(instance, await learnersOf(instance.dataDir, CONNECTIONS));
    const waiting = new WaitingAttempts(instance, learners);
    const { rounds, seconds } = bench.pace;
    const settings = { databaseUrl: await keptRows(instance.dataDir), poolSize: POOL };
    const floor = await startFloor('commit', { settings });
    try {
      const [[first] = []] = await waiting.make(1);
      const done: { courseDone: boolean } = JSON.parse(
        await ask(`${instance.direct}/api/v1/my/attempts/${first}/acknowledge`, { token: learners[0]?.token, body }),
      );
      if (!done.courseDone) throw new Error('An acknowledged document completed no course');
      let seq = 0;
      return await alternate(
        rounds,
        async () => {
          const attempts = await waiting.make(A_SECOND * seconds);
          return load({
            url: instance.direct,
            seconds,
            requestsOf: (n) =>
              (attempts[n] ?? []).map((attempt) => ({
                method: 'POST' as const,
                path: `/api/v1/my/attempts/${attempt}/acknowledge`,
                headers: { 'content-type': 'application/json', authorization: `Bearer ${learners[n]?.token}` },
                body,
              })),
          });
        },
        () =>
          load({
            url: floor.url,
            seconds,
            requestsOf: (n) => [
              {
                method: 'POST' as const,
                path: `/${n}`,
                headers: { 'content-type': 'application/json' },
                setupRequest: (given: object) => ({
                  ...given,
                  body: JSON.stringify({ entries: [{ seq: (seq += 1) }], sha256: SHA }),
                }),
              },
            ],
          }),
      );
    } finally {
      await floor.stop();
    }
  },
};
