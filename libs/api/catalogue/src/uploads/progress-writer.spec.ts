import { describe, expect, it } from '@jest/globals';
import type { Sql } from '@lms/api-platform';
import { ProgressWriter } from './progress-writer.js';

function watched(fails = false) {
  const written: unknown[] = [];
  let now = 1_000;
  const rows = async (_name: string, _text: string, values: unknown[]) => {
    written.push(values[1]);
    if (fails) throw new Error('The connection is gone');
    return [];
  };
  const writer = new ProgressWriter({ rows } as unknown as Sql, 'id', () => now);
  return { writer, written, later: (ms: number) => (now += ms) };
}

describe('the progress of an upload', () => {
  it('is written at once and then at most every half second', () => {
    const { writer, written, later } = watched();
    for (const percent of [1, 2, 3]) writer.report(percent);
    later(499);
    writer.report(4);
    later(1);
    writer.report(50.7);
    expect(written).toEqual([1, 50]);
  });

  it('is no reason to give up when it cannot be written', async () => {
    const { writer, written } = watched(true);
    writer.report(140);
    await expect(writer.settled()).resolves.toBeUndefined();
    expect(written).toEqual([100]);
  });
});
