import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { type ZipEntry, zipOf } from './zip-of.js';

async function* entries(given: ZipEntry[]): AsyncGenerator<ZipEntry> {
  await Promise.resolve();
  yield* given;
}
const whole = async (given: ZipEntry[]): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(entries(given), new Date('2026-06-01T09:00:00Z'))) pieces.push(piece);
  return Buffer.concat(pieces);
};

describe('a ZIP', () => {
  it('holds what was put in, packed or not, in pieces or none, under names in any alphabet', async () => {
    const long = 'the same words '.repeat(20_000);
    const bytes = await whole([
      { name: 'data/Zoë.json', bytes: [strToU8(long.slice(0, 100_000)), strToU8(long.slice(100_000))] },
      { name: 'files/card.png', bytes: [Uint8Array.of(1, 2, 3)], packed: true },
      { name: 'empty.txt', bytes: [] },
    ]);
    expect(bytes.length).toBeLessThan(10_000);
    const found = unzipSync(bytes);
    expect(Object.keys(found)).toEqual(['data/Zoë.json', 'files/card.png', 'empty.txt']);
    expect(strFromU8(found['data/Zoë.json'] ?? Uint8Array.of())).toBe(long);
    expect([...(found['files/card.png'] ?? [])]).toEqual([1, 2, 3]);
  });

  it('fails when an entry does', async () => {
    const bytes: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('no such file')) }),
    };
    await expect(whole([{ name: 'a', bytes }])).rejects.toThrow('no such file');
  });
});
