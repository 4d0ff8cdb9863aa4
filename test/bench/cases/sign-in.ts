import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { ask } from '../load/ask.js';
import { load } from '../load/load.js';
import { assertSameBytes } from '../load/same-bytes.js';
import { databaseUrl, rowsOf } from '../setting/database.js';
import { startFloor } from '../setting/floor.js';
import { type Learner, learnersOf, signInBody } from '../setting/learners.js';

const LEARNERS = 160;
const HASH = 'select hash from password where person_id = $1';

const requestsOf = (path: string, learners: readonly Learner[], connection: number) =>
  learners
    .filter((_, index) => index % 16 === connection)
    .map((learner) => ({
      method: 'POST' as const,
      path,
      headers: { 'content-type': 'application/json' },
      body: signInBody(learner),
    }));

export const signInCase: BenchCase = {
  name: 'sign-in',
  title: 'Signing in with a password, over 16 connections',
  unit: 'requests/s',
  aim: null,
  async run(bench) {
    const instance = await bench.demo();
    const learners = await learnersOf(instance.dataDir, LEARNERS);
    const [first] = learners;
    if (!first) throw new Error('There are no learners');
    const path = '/api/v1/auth/token';
    const owner = await databaseUrl(instance.dataDir, 'waymark_owner');
    const [password] = await rowsOf<{ hash: string }>(owner, HASH, [first.personId]);
    if (!password) throw new Error('A learner has no password');
    // Every answer holds tokens of its own; the floor repeats one.
    const answer = await ask(instance.direct + path, { body: signInBody(first) });
    const floor = await startFloor('sign-in', { settings: { hash: password.hash, answer } });
    try {
      assertSameBytes(answer, await ask(floor.url, { body: signInBody(first) }));
      const { rounds, seconds } = bench.pace;
      return await alternate(
        rounds,
        () => load({ url: instance.direct, seconds, requestsOf: (n) => requestsOf(path, learners, n) }),
        () => load({ url: floor.url, seconds, requestsOf: (n) => requestsOf('/', learners, n) }),
      );
    } finally {
      await floor.stop();
    }
  },
};
