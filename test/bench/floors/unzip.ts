import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/** Unpacks a zip file into a folder. */
export interface Unzip {
  /** What it is, for people. */
  name: string;
  run(file: string, into: string): Promise<void>;
}

async function byYauzl(file: string, into: string): Promise<void> {
  const zip = await yauzl.openPromise(file);
  for await (const entry of zip.eachEntry()) {
    const target = path.join(into, entry.fileName);
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
  }
}

/** The system's own `unzip`; where there is none, the least that Node can do the same with. */
export function unzipOf(): Unzip {
  if (spawnSync('unzip', ['-v']).status !== 0) return { name: 'yauzl, written to disk', run: byYauzl };
  return {
    name: 'the system’s unzip',
    run: (file, into) => {
      const { status, stderr } = spawnSync('unzip', ['-q', '-o', file, '-d', into], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`unzip ended with ${String(status)}: ${stderr}`);
      return Promise.resolve();
    },
  };
}
