import { join } from 'node:path';
import { startInstance } from '../../../tools/instance.mjs';
import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { secondsToFirstAnswer } from '../setting/first-answer.js';
import { startFloor } from '../setting/floor.js';

/** Stops what was started also when it never answered. */
async function timed<T>(url: string, start: () => Promise<T>, stop: (started: T) => Promise<void>): Promise<number> {
  const starting = start();
  try {
    const [seconds] = await Promise.all([secondsToFirstAnswer(url), starting]);
    return seconds;
  } finally {
    await starting.then(stop, () => {});
  }
}

export const startCase: BenchCase = {
  name: 'start',
  title: 'From the command to the first answer, warm, without the demonstration',
  unit: 's',
  aim: { of: 'ours', atMost: 1.5 },
  async run(bench) {
    // Two databases on two cores would measure each other.
    await bench.stopDemo();
    const dataDir = await bench.folder('start');
    // The first start makes the database and finds a port.
    const first = await startInstance({ dataDir });
    const { port } = first;
    await first.stop({ keepData: true });
    const at = `http://127.0.0.1:${port}`;
    const ours = (): Promise<number> =>
      timed(
        `${at}/api/v1/privacy-notice`,
        () => startInstance({ dataDir, port }),
        (instance) => instance.stop({ keepData: true }),
      );
    const floor = (): Promise<number> =>
      timed(
        at,
        () => startFloor('start', { args: [join(dataDir, 'postgres'), String(port)] }),
        (started) => started.stop(),
      );
    return alternate(bench.pace.rounds, ours, floor);
  },
};
