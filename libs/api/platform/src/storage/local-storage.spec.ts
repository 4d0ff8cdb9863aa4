import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalStorage } from './local-storage.js';
import { TooManyBytes } from './storage.js';

let directory = '';
let storage: LocalStorage;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'local-storage-'));
  storage = new LocalStorage(join(directory, 'files'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const from = (...pieces: (string | Buffer)[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)));
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const inside = async (folder: string) => {
  const entries = await readdir(join(directory, 'files', folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
};

describe('LocalStorage', () => {
  it('keeps bytes under their own hash', async () => {
    const stored = await storage.put(from('hello ', 'world'));
    expect(stored).toEqual({ sha256: sha256('hello world'), size: 11 });
    expect((await buffer(storage.open(stored.sha256))).toString()).toBe('hello world');
    expect(await storage.size(stored.sha256)).toBe(11);
    const path = join(directory, 'files/blobs', stored.sha256.slice(0, 2), stored.sha256.slice(2, 4), stored.sha256);
    expect(await readFile(path, 'utf8')).toBe('hello world');
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect(await inside('incoming')).toEqual([]);
  });

  it('keeps an empty file', async () => {
    const stored = await storage.put(from());
    expect(stored).toEqual({ sha256: sha256(''), size: 0 });
    expect((await buffer(storage.open(stored.sha256))).length).toBe(0);
  });

  it('keeps large pieces whole', async () => {
    const bytes = Buffer.alloc(5_000_003, 'waymark');
    const stored = await storage.put(from(bytes.subarray(0, 4_000_001), bytes.subarray(4_000_001)));
    expect(stored.sha256).toBe(sha256(bytes));
    expect(sha256(await buffer(storage.open(stored.sha256)))).toBe(stored.sha256);
  });

  it('stores the same bytes once, also when they arrive many times at once', async () => {
    const puts = await Promise.all(Array.from({ length: 20 }, () => storage.put(from('same', ' bytes'))));
    expect(new Set(puts.map((put) => put.sha256)).size).toBe(1);
    expect(await inside('blobs')).toEqual([sha256('same bytes')]);
    expect(await inside('incoming')).toEqual([]);
  });

  it('reads a range with both ends included', async () => {
    const { sha256: address } = await storage.put(from('0123456789'));
    expect((await buffer(storage.open(address, { start: 2, end: 4 }))).toString()).toBe('234');
    expect((await buffer(storage.open(address, { start: 9, end: 9 }))).toString()).toBe('9');
  });

  it('keeps nothing of a file that is too large', async () => {
    await expect(storage.put(from('12345', '67890'), { maxBytes: 9 })).rejects.toThrow(TooManyBytes);
    expect(await inside('')).toEqual([]);
    await expect(storage.put(from('12345', '67890'), { maxBytes: 10 })).resolves.toMatchObject({ size: 10 });
  });

  it('keeps nothing when the source breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('The line went dead');
      })(),
    );
    await expect(storage.put(broken)).rejects.toThrow('The line went dead');
    expect(await inside('')).toEqual([]);
  });

  it('refuses a source that failed before it was read', async () => {
    await expect(storage.put(storage.open('0'.repeat(64)))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await inside('')).toEqual([]);
  });

  it('keeps what already stood when putting the same bytes again fails', async () => {
    const { sha256: address } = await storage.put(from('stays'));
    await expect(storage.put(from('stays'), { maxBytes: 2 })).rejects.toThrow(TooManyBytes);
    expect((await buffer(storage.open(address))).toString()).toBe('stays');
  });

  it('forgets bytes, and forgetting twice is no error', async () => {
    const { sha256: address } = await storage.put(from('gone'));
    await storage.remove(address);
    await storage.remove(address);
    expect(await storage.size(address)).toBeUndefined();
    await expect(buffer(storage.open(address))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('never follows an address that is a path', async () => {
    const address = '../../../../etc/hostname';
    expect(await storage.size(address)).toBeUndefined();
    await expect(buffer(storage.open(address))).rejects.toThrow('not the address');
  });
});
