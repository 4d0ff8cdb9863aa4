import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { STORES, type TestStore } from '../../../../../test/fixtures/storage/test-stores.js';
import type { Arrivals } from './arrivals.js';

const from = (...pieces: (string | Buffer)[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)));
const MB = 1024 * 1024;

describe.each(STORES)('files that arrive in %s', (_, open) => {
  let store: TestStore;
  let arrivals: Arrivals;
  let id: string;
  beforeEach(async () => {
    store = await open();
    arrivals = store.arrivals;
    id = randomUUID();
  });
  afterEach(() => store.stop());
  const all = async () => (await buffer(arrivals.open(id))).toString();

  it('grow over several requests', async () => {
    expect(await arrivals.size(id)).toBe(0);
    expect(await arrivals.append(id, 0, from('one '))).toBe(4);
    expect(await arrivals.append(id, 4, from('two ', 'three'))).toBe(13);
    expect(await arrivals.size(id)).toBe(13);
    expect(await all()).toBe('one two three');
  });

  it('keep what came before a break, and go on after it', async () => {
    const first = Buffer.alloc(9 * MB + 3, 'a');
    const broken = Readable.from(
      (async function* () {
        yield first;
        throw new Error('The line went dead');
      })(),
    );
    await expect(arrivals.append(id, 0, broken)).rejects.toThrow('The line went dead');
    expect(await arrivals.size(id)).toBe(first.length);
    await arrivals.append(id, first.length, from('the rest'));
    expect((await all()).slice(-10)).toBe('aathe rest');
  });

  it.each([
    ['one piece', ['all at once']],
    ['several', ['one ', 'two ', 'three']],
  ])('are kept as stored files, from %s', async (_many, pieces) => {
    for (const piece of pieces) await arrivals.append(id, await arrivals.size(id), from(piece));
    const text = pieces.join('');
    const stored = await arrivals.keep(id);
    expect(stored.size).toBe(text.length);
    // Whoever died after that does it again.
    expect(await arrivals.keep(id)).toEqual(stored);
    await arrivals.remove(id);
    expect((await buffer(store.storage.open(stored.sha256))).toString()).toBe(text);
    expect(await store.inside('')).toEqual([stored.sha256]);
    const listed: Date[] = [];
    for await (const { putAt } of store.storage.list()) listed.push(putAt);
    expect(listed).toHaveLength(1);
  });

  it('put what a late connection brings where it belongs', async () => {
    await arrivals.append(id, 0, from('0123456789'));
    // The same bytes once more, as a request sends them that was believed dead.
    await arrivals.append(id, 4, from('456789'));
    await arrivals.append(id, await arrivals.size(id), from('abc'));
    expect(await all()).toBe('0123456789abc');
  });

  it('have no gaps', async () => {
    await arrivals.append(id, 0, from('01'));
    await expect(arrivals.append(id, 5, from('56'))).rejects.toThrow('gap');
    expect(await all()).toBe('01');
  });

  it('are listed and forgotten', async () => {
    const other = randomUUID();
    await arrivals.append(id, 0, from('one'));
    await arrivals.append(other, 0, from('two'));
    await arrivals.append(other, 3, from('three'));
    const ids: string[] = [];
    for await (const listed of arrivals.list()) ids.push(listed.id);
    expect(ids.toSorted()).toEqual([id, other].toSorted());
    await arrivals.remove(other);
    await arrivals.remove(other);
    expect(await arrivals.size(other)).toBe(0);
    expect(await arrivals.size(id)).toBe(3);
    expect(await store.inside('blobs')).toEqual([]);
  });

  it('never have a path for an id', async () => {
    await expect(arrivals.size('../x')).rejects.toThrow('not the id');
    await expect(arrivals.append('../x', 0, from('x'))).rejects.toThrow('not the id');
    await expect(arrivals.remove('..')).rejects.toThrow('not the id');
  });
});
