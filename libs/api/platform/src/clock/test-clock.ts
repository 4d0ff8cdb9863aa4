import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { WrongSetting } from '../configuration/wrong-setting.js';
import { Clock, SystemClock } from './clock.js';

const FILE = 'test-clock.json';

/** A clock that runs ahead of the machine's by as many milliseconds as its file says, also when the file changes. */
export class TestClock extends Clock {
  private ahead = 0;
  private readAt = NaN;

  constructor(private readonly file: string) {
    super();
  }

  now(): Date {
    const { mtimeMs } = statSync(this.file);
    if (mtimeMs !== this.readAt) {
      const { aheadMs } = JSON.parse(readFileSync(this.file, 'utf8')) as { aheadMs: number };
      this.ahead = aheadMs;
      this.readAt = mtimeMs;
    }
    return new Date(Date.now() + this.ahead);
  }
}

/**
 * The machine's clock, or, in a data directory that was made for it, one that tests move. Neither is ever used in place of
 * the other: throws WrongSetting for a test clock elsewhere, and for a directory of invented dates without one.
 */
export function openClock({ dataDir, testClock }: { dataDir: string; testClock: boolean }): Clock {
  const file = path.join(dataDir, FILE);
  const made = existsSync(file);
  if (testClock && !made)
    throw new WrongSetting(`WAYMARK_TEST_CLOCK is on, but ${dataDir} was not made for a test clock.`);
  if (!testClock && made) throw new WrongSetting(`${dataDir} was made for a test clock: its dates are invented.`);
  return made ? new TestClock(file) : new SystemClock();
}
