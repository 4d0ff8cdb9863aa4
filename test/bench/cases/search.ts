import { startInstance } from '../../../tools/instance.mjs';
import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { ask } from '../load/ask.js';
import { assertSameBytes } from '../load/same-bytes.js';
import { LEARNERS, loadSearch, loadSearchFloor, SEARCHES, startSearchFloor } from '../load/search-load.js';
import { makeCatalogue } from '../setting/catalogue-of.js';
import { databaseUrl } from '../setting/database.js';
import { learnersOf, signIn } from '../setting/learners.js';

const DOCUMENTS = 25_000;

export const searchCase: BenchCase = {
  name: 'search',
  title: 'A search of 25,000 courses, over 16 connections: what 95 of 100 answers take at most',
  unit: 'ms',
  ratio: 'floor / product',
  aim: { of: 'ratio', atLeast: 0.6 },
  async run(bench) {
    await bench.stopDemo();
    const dataDir = await bench.folder('search');
    const instance = await startInstance({ demo: true, dataDir });
    try {
      bench.say(`Publishing ${DOCUMENTS} courses; this takes some minutes …`);
      await makeCatalogue(await databaseUrl(dataDir, 'waymark_owner'), DOCUMENTS);
      const floor = await startSearchFloor(dataDir);
      try {
        const learners = await signIn(instance, await learnersOf(dataDir, LEARNERS));
        for (const [n, { personId, token }] of learners.slice(0, 20).entries()) {
          const typed = encodeURIComponent(SEARCHES[n * 11] ?? 'safety');
          const ours = await ask(`${instance.direct}/api/v1/catalogue?q=${typed}`, { token });
          assertSameBytes(ours, await ask(`${floor.url}/${personId}?q=${typed}`));
        }
        const { rounds, seconds } = bench.pace;
        const speeds = { ours: [] as number[], floor: [] as number[] };
        const measured = await alternate(
          rounds,
          async () => {
            const { p95, perSecond } = await loadSearch(instance, learners, seconds);
            speeds.ours.push(perSecond);
            return p95;
          },
          async () => {
            const { p95, perSecond } = await loadSearchFloor(floor, learners, seconds);
            speeds.floor.push(perSecond);
            return p95;
          },
        );
        const told = (all: readonly number[]): string =>
          all
            .slice(1)
            .map((one) => one.toFixed(0))
            .join(', ');
        return {
          ...measured,
          notes: [`Requests a second: product ${told(speeds.ours)}; floor ${told(speeds.floor)}.`],
        };
      } finally {
        await floor.stop();
      }
    } finally {
      await instance.stop({ keepData: true });
    }
  },
};
