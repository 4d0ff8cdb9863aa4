import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { supervise } from '../start/supervise.mjs';

const REFUSES = `
import { appendFileSync } from 'node:fs';
appendFileSync(process.env.STARTS, 'x');
process.send({ type: 'wrong-setting', sentence: 'PORT is "x": Give a number.' }, () => process.exit(2));
`;

describe('a program that says that a setting is wrong', () => {
  let dir: string;
  beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'waymark-supervise-'))));
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('ends the start with its one sentence and 2, and is not started again', async () => {
    const file = join(dir, 'refuses.mjs');
    const starts = join(dir, 'starts');
    writeFileSync(file, REFUSES);
    const said: string[] = [];
    const child = supervise({
      ...{ name: 'API', file, cwd: dir, onChange: () => {} },
      env: () => ({ ...process.env, STARTS: starts, WAYMARK_DATA_DIR: dir }),
      say: (line: string) => said.push(line),
    });
    await expect(child.ready).rejects.toMatchObject({ message: 'PORT is "x": Give a number.', exitCode: 2 });
    await new Promise((done) => setTimeout(done, 400));
    await child.stop();
    expect(said).toEqual([]);
    expect(readFileSync(starts, 'utf8')).toBe('x');
  });
});
