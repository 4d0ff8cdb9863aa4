import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { EarlyFlush } from './early-flush.js';

const MB = 1024 * 1024;

describe('flushing a file while it arrives', () => {
  it('is done for each 16 MB, never twice at once, and waited for in the end', async () => {
    let [began, done] = [0, 0];
    const datasync = async () => {
      began += 1;
      await turn();
      done += 1;
    };
    const early = new EarlyFlush({ datasync });
    early.wrote(15 * MB);
    expect(began).toBe(0);
    early.wrote(MB);
    early.wrote(40 * MB);
    expect(began).toBe(1);
    await early.end();
    expect(done).toBe(1);
    early.wrote(1);
    await early.end();
    expect([began, done]).toEqual([2, 2]);
  });

  it('that fails makes the whole file fail', async () => {
    const early = new EarlyFlush({ datasync: () => Promise.reject(new Error('The disk is broken')) });
    early.wrote(16 * MB);
    await turn();
    early.wrote(1);
    await expect(early.end()).rejects.toThrow('The disk is broken');
  });
});
