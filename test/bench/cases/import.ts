import { DataSource } from 'typeorm';
import { startInstance } from '../../../tools/instance.mjs';
import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { crewFile } from '../setting/crew-file.js';
import { databaseUrl } from '../setting/database.js';
import { bringIn, clearPeople, makeDesk } from '../setting/import-desk.js';
import { mergePlainly } from '../setting/import-floor.js';

const PEOPLE = 25_000;

export const importCase: BenchCase = {
  name: 'import',
  title:
    'A file of 25,000 new people read, checked and applied, beside COPY and a merge of the same that looks at nothing',
  unit: 's',
  aim: { of: 'ratio', atMost: 3 },
  async run(bench) {
    await bench.stopDemo();
    const dataDir = await bench.folder('import');
    const instance = await startInstance({ dataDir });
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
        await clearPeople(superuser, by);
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
      await instance.stop({ keepData: true });
    }
  },
};
