import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BenchCase } from '../bench-case.js';
import { unzipOf } from '../floors/unzip.js';
import { alternate } from '../load/alternate.js';
import { secondsToPlayable } from '../load/send-package.js';
import { databaseUrl, rowsOf } from '../setting/database.js';
import { signIn } from '../setting/learners.js';
import { writeLargePackage } from '../setting/large-package.js';
import { forgetPeak, peakOf } from '../setting/peak.js';

const AUTHOR = `
  select g.person_id as "personId", n.name from role_grant g
  join password w on w.person_id = g.person_id and w.demo
  join sign_in_name n on n.person_id = g.person_id
  where g.role = 'author' order by g.person_id limit 1`;

export const uploadCase: BenchCase = {
  name: 'upload',
  title: 'A package of 300 MB, from the first byte until it can be played',
  unit: 's',
  aim: { of: 'ratio', atMost: 3 },
  async run(bench) {
    const instance = await bench.demo();
    const authors = await rowsOf<{ personId: string; name: string }>(
      await databaseUrl(instance.dataDir, 'waymark_owner'),
      AUTHOR,
    );
    const folder = await bench.folder('upload');
    const file = path.join(folder, 'large.zip');
    const size = await writeLargePackage(file);
    const unzip = unzipOf();
    const { api, worker } = instance.pids;
    const peaks: { api: number; worker: number }[] = [];
    const ours = async (): Promise<number> => {
      // A token is good for five minutes.
      const [author] = await signIn(instance, authors);
      if (!author) throw new Error('The demonstration has no author');
      for (const pid of [api, worker]) forgetPeak(pid);
      const seconds = await secondsToPlayable({ direct: instance.direct, token: author.token }, file, size);
      peaks.push({ api: peakOf(api), worker: peakOf(worker) });
      return seconds;
    };
    const floor = async (): Promise<number> => {
      const into = await mkdtemp(path.join(folder, 'unzipped-'));
      try {
        const started = performance.now();
        await unzip.run(file, into);
        return (performance.now() - started) / 1000;
      } finally {
        await rm(into, { recursive: true, force: true });
      }
    };
    const measured = await alternate(bench.pace.rounds, ours, floor);
    const most = (of: 'api' | 'worker'): string => Math.max(...peaks.map((peak) => peak[of])).toFixed(0);
    const notes = [
      `The floor is ${unzip.name}, which does not wait for the disk; the package has ${(size / 1e6).toFixed(0)} MB.`,
      `Resident memory at most: worker ${most('worker')} MB, API ${most('api')} MB.`,
    ];
    return { ...measured, notes };
  },
};
