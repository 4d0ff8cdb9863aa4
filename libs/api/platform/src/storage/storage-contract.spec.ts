import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { STORES, type TestStore } from '../../../../../test/fixtures/storage/test-stores.js';
import type { ListedBytes, Storage } from './storage.js';
import { TooManyBytes } from './storage.js';

const from = (...pieces: (string | Buffer)[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)));
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const text = async (source: Readable) => (await buffer(source)).toString();
const unknown = '0'.repeat(64);

/** 17 MB and a bit: more than two parts of a multipart upload, without a pattern of their length. */
const large = () => Buffer.alloc(17 * 1024 * 1024 + 7, 'waymark of many bytes ');
async function* broken(first: Buffer): AsyncGenerator<Buffer> {
  yield first;
  throw new Error('The line went dead');
}

describe.each(STORES)('storage in %s', (_, open) => {
  let store: TestStore;
  let storage: Storage;
  beforeEach(async () => {
    store = await open();
    storage = store.storage;
  });
  afterEach(() => store.stop());

  it('keeps bytes under their own hash', async () => {
    const stored = await storage.put(from('hello ', 'world'));
    expect(stored).toEqual({ sha256: sha256('hello world'), size: 11 });
    expect(await text(storage.open(stored.sha256))).toBe('hello world');
    expect(await storage.size(stored.sha256)).toBe(11);
    expect(await store.inside('incoming')).toEqual([]);
  });

  it('keeps an empty file', async () => {
    const stored = await storage.put(from());
    expect(stored).toEqual({ sha256: sha256(''), size: 0 });
    expect(await storage.size(stored.sha256)).toBe(0);
    expect(await text(storage.open(stored.sha256))).toBe('');
  });

  it('keeps large files whole, in whatever pieces they come', async () => {
    const bytes = large();
    const stored = await storage.put(from(bytes.subarray(0, 9_000_001), bytes.subarray(9_000_001)));
    expect(stored).toEqual({ sha256: sha256(bytes), size: bytes.length });
    expect(sha256(await buffer(storage.open(stored.sha256)))).toBe(stored.sha256);
    expect(await store.inside('')).toEqual([stored.sha256]);
  });

  it('stores the same bytes once, also when they arrive many times at once', async () => {
    const puts = await Promise.all(Array.from({ length: 12 }, () => storage.put(from('same', ' bytes'))));
    expect(new Set(puts.map((put) => put.sha256)).size).toBe(1);
    expect(await store.inside('')).toEqual([sha256('same bytes')]);
  });

  it('reads a range with both ends included', async () => {
    const { sha256: address } = await storage.put(from('0123456789'));
    expect(await text(storage.open(address, { start: 2, end: 4 }))).toBe('234');
    expect(await text(storage.open(address, { start: 9, end: 9 }))).toBe('9');
    expect(await text(storage.open(address, { start: 0, end: 9 }))).toBe('0123456789');
  });

  it('lets go of a file that is read only in part', async () => {
    const { sha256: address } = await storage.put(from(large()));
    for await (const piece of storage.open(address)) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    await storage.remove(address);
    expect(await storage.size(address)).toBeUndefined();
  });

  it.each([
    ['small', Buffer.from('1234567890')],
    ['large', large()],
  ])('keeps nothing of a %s file with one byte too many', async (_size, bytes) => {
    await expect(storage.put(from(bytes), { maxBytes: bytes.length - 1 })).rejects.toThrow(TooManyBytes);
    expect(await store.inside('')).toEqual([]);
    await expect(storage.put(from(bytes), { maxBytes: bytes.length })).resolves.toMatchObject({ size: bytes.length });
  });

  it.each([
    ['small', Buffer.from('half')],
    ['large', large()],
  ])('keeps nothing when the source of a %s file breaks off', async (_size, bytes) => {
    await expect(storage.put(Readable.from(broken(bytes)))).rejects.toThrow('The line went dead');
    expect(await store.inside('')).toEqual([]);
  });

  it('refuses a source that failed before it was read', async () => {
    await expect(storage.put(storage.open(unknown))).rejects.toThrow();
    expect(await store.inside('')).toEqual([]);
  });

  it('keeps what already stood when putting the same bytes again fails', async () => {
    const { sha256: address } = await storage.put(from('stays'));
    await expect(storage.put(from('stays'), { maxBytes: 2 })).rejects.toThrow(TooManyBytes);
    expect(await text(storage.open(address))).toBe('stays');
  });

  it('forgets bytes, and forgetting twice is no error', async () => {
    const { sha256: address } = await storage.put(from('gone'));
    await storage.remove(address);
    await storage.remove(address);
    expect(await storage.size(address)).toBeUndefined();
    await expect(buffer(storage.open(address))).rejects.toThrow();
  });

  it('never follows an address that is a path', async () => {
    const address = '../../../../etc/hostname';
    expect(await storage.size(address)).toBeUndefined();
    await expect(buffer(storage.open(address))).rejects.toThrow('not the address');
    await storage.remove(address);
  });

  it('lists what stands and when it was last put', async () => {
    const began = Date.now();
    const one = await storage.put(from('one'));
    const two = await storage.put(from('two'));
    const found: ListedBytes[] = [];
    for await (const listed of storage.list()) found.push(listed);
    expect(found.map((listed) => listed.sha256).toSorted()).toEqual([one.sha256, two.sha256].toSorted());
    // File systems and servers keep whole seconds at worst.
    for (const { putAt } of found) expect(putAt.getTime()).toBeGreaterThanOrEqual(began - 1000);
  });

  it('puts several files as one: they stand when they are kept, each once', async () => {
    const together = storage.putTogether();
    const texts = ['one', 'two', 'one', ''];
    const puts = await Promise.all(texts.map((one) => together.put(from(one))));
    await together.put(from(large()));
    await together.keep();
    expect(puts.map((put) => put.sha256)).toEqual(texts.map(sha256));
    expect((await store.inside('')).toSorted()).toEqual(['one', 'two', '', large()].map(sha256).toSorted());
    for (const one of texts) expect(await text(storage.open(sha256(one)))).toBe(one);
  });

  it.each(['before', 'after'])('undone %s they are kept, leaves only what was there', async (when) => {
    await storage.put(from('was there'));
    const together = storage.putTogether();
    for (const bytes of ['was there', 'new', large(), 'new']) await together.put(from(bytes));
    await expect(together.put(Readable.from(broken(Buffer.from('half'))))).rejects.toThrow('The line went dead');
    if (when === 'after') await together.keep();
    await together.undo();
    expect(await store.inside('')).toEqual([sha256('was there')]);
    expect(await text(storage.open(sha256('was there')))).toBe('was there');
  });

  it('clears what never came to its end, once it is old enough, and nothing else', async () => {
    const whole = await storage.put(from('whole'));
    let release = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (release = resolve));
    const under = storage.put(
      Readable.from(
        (async function* () {
          yield large();
          await waiting;
        })(),
      ),
    );
    expect(await storage.clearHalfFiles(new Date(0))).toBe(0);
    release();
    await under;
    await storage.clearHalfFiles(new Date(Date.now() + 60_000));
    expect(await store.inside('incoming')).toEqual([]);
    expect(await storage.size(whole.sha256)).toBe(5);
  });
});
