import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfiguration } from '@lms/api-platform';
import type { CommandIo } from './command-io.js';

/** A command's surroundings in a test: a data folder of its own, and what it said. */
export interface TestIo extends CommandIo {
  dataDir: string;
  printed: string[];
  told: string[];
}

export async function testIo(
  db: { ownerUrl: string; appUrl: string },
  env: Record<string, string> = {},
): Promise<TestIo> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'waymark-lms-'));
  const [printed, told]: [string[], string[]] = [[], []];
  return {
    dataDir,
    printed,
    told,
    configuration: () =>
      readConfiguration({
        DATABASE_URL: db.ownerUrl,
        DATABASE_APP_URL: db.appUrl,
        DATABASE_POOL: '2',
        WAYMARK_DATA_DIR: dataDir,
        WAYMARK_DEMO: 'on',
        ...env,
      }),
    print: (line) => void printed.push(line),
    progress: (line) => void told.push(line),
  };
}
