import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { ask } from '../load/ask.js';
import { CONNECTIONS, load } from '../load/load.js';
import { assertSameBytes } from '../load/same-bytes.js';
import { POOL } from '../load/today-load.js';
import { startFloor } from '../setting/floor.js';
import { keptRows } from '../setting/kept-rows.js';
import { type OpenLaunch, openLaunches } from '../setting/launches.js';

/** What a lesson saves when a page is turned: where one is, and a kilobyte of its own. */
const bodyOf = ({ sco, location }: OpenLaunch, seq: number): string =>
  JSON.stringify({
    entries: [
      {
        seq,
        sco,
        at: '2026-01-05T09:00:00.000Z',
        set: { [location]: `page-${seq}`, 'cmi.suspend_data': `${seq};`.padEnd(1024, 'visited=0110;') },
      },
    ],
  });

export const commitCase: BenchCase = {
  name: 'commit',
  title: 'What a SCORM lesson saves, kept durably, by 16 launches',
  unit: 'requests/s',
  aim: { of: 'ratio', atLeast: 0.5 },
  async run(bench) {
    const instance = await bench.demo();
    const { dataDir } = instance;
    const launches = (await openLaunches(instance, CONNECTIONS)).map((launch) => ({ ...launch, seq: 0 }));
    const settings = { databaseUrl: await keptRows(dataDir), poolSize: POOL };
    const floor = await startFloor('commit', { settings });
    const requestOf = (path: (launch: OpenLaunch, index: number) => string) => (index: number) => {
      const launch = launches[index];
      if (!launch) throw new Error(`There is no launch ${index}`);
      const authorization = `Bearer ${launch.commitToken}`;
      const headers = { 'content-type': 'application/json', authorization };
      const next = (): string => bodyOf(launch, (launch.seq += 1));
      const request = { method: 'POST' as const, path: path(launch, index), headers };
      return [{ ...request, setupRequest: (given: object) => ({ ...given, body: next() }) }];
    };
    const commitPath = ({ launchId }: OpenLaunch): string => `/api/v1/launches/${launchId}/commits`;
    const ours = requestOf(commitPath);
    const floors = requestOf((_, index) => `/${index}`);
    try {
      const [first] = launches;
      if (!first) throw new Error('There are no launches');
      const body = bodyOf(first, (first.seq += 1));
      const answer = await ask(instance.direct + commitPath(first), { token: first.commitToken, body });
      assertSameBytes(answer, await ask(`${floor.url}/0`, { body }));
      const { rounds, seconds } = bench.pace;
      return await alternate(
        rounds,
        () => load({ url: instance.direct, seconds, requestsOf: ours }),
        () => load({ url: floor.url, seconds, requestsOf: floors }),
      );
    } finally {
      await floor.stop();
    }
  },
};
