import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { ask } from '../load/ask.js';
import { CONNECTIONS, load } from '../load/load.js';
import { LEARNERS, POOL } from '../load/today-load.js';
import { startFloor } from '../setting/floor.js';
import { keptRows } from '../setting/kept-rows.js';
import { learnersOf, type SignedIn, signIn } from '../setting/learners.js';
import { SHA, WaitingAttempts } from '../setting/waiting-attempts.js';

/** More than all of them complete in a second, so that none runs out of courses. */
const A_SECOND = 4160;
const body = JSON.stringify({ sha256: SHA, name: 'Somebody who has read it' });

const acknowledge = (attempt: string, token: string | undefined) => ({
  method: 'POST' as const,
  path: `/api/v1/my/attempts/${attempt}/acknowledge`,
  headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  body,
});

/** What each connection asks: for its own share of the learners, one course of each in turn. */
const requestsFor = (attempts: readonly string[][], learners: readonly SignedIn[], connection: number) => {
  const mine = learners
    .map(({ token }, n) => ({ token, waiting: attempts[n] ?? [] }))
    .filter((_, n) => n % CONNECTIONS === connection);
  const most = Math.max(...mine.map(({ waiting }) => waiting.length));
  return Array.from({ length: most }, (_, turn) => turn).flatMap((turn) =>
    mine.map(({ token, waiting }) => acknowledge(waiting[turn] ?? '', token)),
  );
};

export const completeCase: BenchCase = {
  name: 'complete',
  title: 'Courses completed durably, each with its standing and its next cycle, by 200 learners',
  unit: 'requests/s',
  aim: { of: 'ratio', atLeast: 0.5 },
  async run(bench) {
    const instance = await bench.demo();
    const learners = await signIn(instance, await learnersOf(instance.dataDir, LEARNERS));
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
          const attempts = await waiting.make(Math.ceil((A_SECOND * seconds) / learners.length));
          return load({ url: instance.direct, seconds, requestsOf: (n) => requestsFor(attempts, learners, n) });
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
