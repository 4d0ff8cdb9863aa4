import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { ask } from '../load/ask.js';
import { assertSameBytes } from '../load/same-bytes.js';
import { LEARNERS, loadToday, loadTodayFloor, startTodayFloor } from '../load/today-load.js';
import { learnersOf, signIn } from '../setting/learners.js';

export const todayCase: BenchCase = {
  name: 'today',
  title: 'The first page of 200 learners, over 16 connections',
  unit: 'requests/s',
  aim: { of: 'ratio', atLeast: 0.7 },
  async run(bench) {
    const instance = await bench.demo();
    const floor = await startTodayFloor(instance.dataDir);
    try {
      const learners = await signIn(instance, await learnersOf(instance.dataDir, LEARNERS));
      for (const { personId, token } of learners.slice(0, 20)) {
        const ours = await ask(`${instance.direct}/api/v1/my/today`, { token });
        assertSameBytes(ours, await ask(`${floor.url}/${personId}`));
      }
      const { rounds, seconds } = bench.pace;
      return await alternate(
        rounds,
        () => loadToday(instance, learners, seconds),
        () => loadTodayFloor(floor, learners, seconds),
      );
    } finally {
      await floor.stop();
    }
  },
};
