import { DataSource } from 'typeorm';
import { startInstance } from '../../../tools/instance.mjs';
import type { BenchCase, Measured } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { crewFile } from '../setting/crew-file.js';
import { databaseUrl } from '../setting/database.js';
import { bringIn, clearPeople, makeDesk } from '../setting/import-desk.js';
import { mergePlainly } from '../setting/import-floor.js';
import { LargeAlliance } from '../setting/large-alliance.js';
import type { Workbench } from '../setting/workbench.js';

const PEOPLE = 25_000;

interface Place {
  dataDir: string;
  stop(): Promise<void>;
}

/** Nobody but who brings the file. */
async function emptyPlace(bench: Workbench): Promise<Place> {
  await bench.stopDemo();
  const dataDir = await bench.folder('import');
  const instance = await startInstance({ dataDir });
  return { dataDir, stop: () => instance.stop({ keepData: true }) };
}

/** As many people as the file has once more, each with 200 courses. */
async function fullPlace(bench: Workbench): Promise<Place> {
  const alliance = await LargeAlliance.start(bench);
  await alliance.growTo(PEOPLE);
  return { dataDir: alliance.instance.dataDir, stop: () => alliance.stop() };
}

async function measure(bench: Workbench, { dataDir }: Place): Promise<Measured> {
  const app = await new DataSource({ type: 'postgres', url: await databaseUrl(dataDir, 'waymark_app') }).initialize();
  try {
    const owner = await databaseUrl(dataDir, 'waymark_owner');
    const superuser = await databaseUrl(dataDir, 'postgres');
    const folder = await bench.folder('import-files');
    const by = await makeDesk(owner);
    const file = crewFile(PEOPLE);
    const before = process.memoryUsage().rss;
    let most = 0;
    setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50).unref();
    const seconds = async (work: () => Promise<unknown>): Promise<number> => {
      await clearPeople(superuser);
      const from = performance.now();
      await work();
      return (performance.now() - from) / 1000;
    };
    const measured = await alternate(
      bench.pace.rounds,
      () => seconds(() => bringIn(app, folder, by, file)),
      () => seconds(() => mergePlainly(owner, file)),
    );
    return {
      ...measured,
      notes: [`Memory grew by ${Math.round((most - before) / 1e6)} MB at most, the file itself included.`],
    };
  } finally {
    await app.destroy();
  }
}

async function runAt(bench: Workbench, place: Place): Promise<Measured> {
  try {
    return await measure(bench, place);
  } finally {
    await place.stop();
  }
}

const floor = 'beside COPY and a merge of the same that looks at nothing';

export const importCase: BenchCase = {
  name: 'import',
  title: `A file of 25,000 new people read, checked and applied, ${floor}`,
  unit: 's',
  aim: { of: 'ratio', atMost: 3 },
  run: async (bench) => runAt(bench, await emptyPlace(bench)),
};

export const importLargeCase: BenchCase = {
  name: 'import-large',
  title: `The same where 25,000 people with 200 courses each are already, ${floor}`,
  unit: 's',
  aim: { of: 'ratio', atMost: 3 },
  run: async (bench) => runAt(bench, await fullPlace(bench)),
};
