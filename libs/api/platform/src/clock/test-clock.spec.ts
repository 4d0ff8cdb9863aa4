import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WrongSetting } from '../configuration/wrong-setting.js';
import { SystemClock } from './clock.js';
import { openClock } from './test-clock.js';

const YEAR = 365 * 86_400_000;
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'waymark-clock-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

describe('the clock', () => {
  it('is the machine’s wherever nobody made another one', () => {
    expect(openClock({ dataDir, testClock: false })).toBeInstanceOf(SystemClock);
    expect(() => openClock({ dataDir, testClock: true })).toThrow(WrongSetting);
  });
  it('moves with its file, and only there', async () => {
    const file = path.join(dataDir, 'test-clock.json');
    const before = Date.now();
    await writeFile(file, JSON.stringify({ aheadMs: YEAR }));
    const clock = openClock({ dataDir, testClock: true });
    expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(YEAR);
    await writeFile(file, JSON.stringify({ aheadMs: 3 * YEAR }));
    await utimes(file, 1, 1);
    expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(3 * YEAR);
    expect(() => openClock({ dataDir, testClock: false })).toThrow('invented');
  });
});
