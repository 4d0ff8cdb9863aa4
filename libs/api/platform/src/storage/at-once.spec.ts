import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { atOnce } from './at-once.js';

describe('several at once', () => {
  it('does each once, in order of beginning, and never more than that many at a time', async () => {
    const begun: number[] = [];
    let [now, most] = [0, 0];
    await atOnce(3, [1, 2, 3, 4, 5, 6, 7], async (item) => {
      begun.push(item);
      most = Math.max(most, (now += 1));
      await turn();
      now -= 1;
    });
    expect([begun, most]).toEqual([[1, 2, 3, 4, 5, 6, 7], 3]);
  });

  it('begins nothing after a failure, waits for what is under way, and throws the first', async () => {
    const [begun, ended]: [number[], number[]] = [[], []];
    const work = async (item: number) => {
      begun.push(item);
      await turn();
      if (item > 1) throw new Error(`Number ${item}`);
      await turn();
      ended.push(item);
    };
    await expect(atOnce(2, [1, 2, 3, 4], work)).rejects.toThrow('Number 2');
    expect([begun, ended]).toEqual([[1, 2], [1]]);
  });
});
