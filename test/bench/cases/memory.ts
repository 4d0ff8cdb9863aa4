import { join } from 'node:path';
import { startPostgres } from '../../../tools/postgres/start-postgres.mjs';
import type { BenchCase, Measured } from '../bench-case.js';
import { LEARNERS, loadToday, loadTodayFloor, startTodayFloor } from '../load/today-load.js';
import { learnersOf, signIn } from '../setting/learners.js';
import { memoryOf } from '../setting/pss.js';
import type { Workbench } from '../setting/workbench.js';

/** Longer than the ten seconds after which an unused connection to the database is closed. */
const IDLE_MS = 15_000;
const idle = (): Promise<void> => new Promise((done) => setTimeout(done, IDLE_MS));

async function oursOf(bench: Workbench): Promise<{ whole: number; worker: number }> {
  await bench.stopDemo();
  const instance = await bench.demo();
  const learners = await signIn(instance, await learnersOf(instance.dataDir, LEARNERS));
  await loadToday(instance, learners, bench.pace.seconds);
  await idle();
  const { api, worker, postgres } = instance.pids;
  return { whole: memoryOf(api) + memoryOf(postgres), worker: memoryOf(worker) };
}

/** The same data, the same settings of PostgreSQL, the same load; a bare server in front. */
async function floorOf(bench: Workbench): Promise<number> {
  const dataDir = await bench.stopDemo();
  const postgres = await startPostgres({ dir: join(dataDir, 'postgres'), durable: true, database: true });
  try {
    const floor = await startTodayFloor(dataDir);
    try {
      await loadTodayFloor(floor, await learnersOf(dataDir, LEARNERS), bench.pace.seconds);
      await idle();
      return memoryOf(floor.pid) + memoryOf(postgres.pid);
    } finally {
      await floor.stop();
    }
  } finally {
    await postgres.stop();
  }
}

export const memoryCase: BenchCase = {
  name: 'memory',
  title: 'Memory of the API and PostgreSQL, 15 seconds after the load of "today"',
  unit: 'MB',
  aim: { of: 'ours', atMost: 250 },
  async run(bench) {
    const measured: Measured & { notes: string[] } = { ours: [], floor: [], notes: [] };
    const workers: number[] = [];
    for (let round = 0; round < bench.pace.rounds; round += 1) {
      const { whole, worker } = await oursOf(bench);
      measured.ours.push(whole);
      workers.push(worker);
      measured.floor.push(await floorOf(bench));
    }
    measured.notes.push(`The worker beside it, not counted: ${workers.map((mb) => mb.toFixed(0)).join(', ')} MB.`);
    return measured;
  },
};
