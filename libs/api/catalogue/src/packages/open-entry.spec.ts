import { expect, it } from '@jest/globals';
import { MemoryStorage } from '../../../../../test/fixtures/packages/memory-storage.js';
import { rawZip } from '../../../../../test/fixtures/packages/raw-zip.js';
import { checkEntries } from './check-entries.js';
import { unpackEntry } from './open-entry.js';
import { DEFAULT_LIMITS } from './package-limits.js';
import { StorageReader } from './storage-reader.js';
import { readZipDirectory } from './zip-directory.js';

it('a file that unpacks to more than it declares is given up at once, not at its end', async () => {
  const storage = new MemoryStorage();
  const data = Buffer.alloc(50 * 1024 * 1024);
  const { sha256, size } = storage.add(rawZip([{ name: 'bomb.bin', data, declaredSize: 100_000 }]));
  const reader = new StorageReader(storage, sha256, size);
  const directory = await readZipDirectory(reader, 10);
  const [entry] = checkEntries(directory, DEFAULT_LIMITS);
  if (!entry) throw new Error('The entry is missing');
  let unpacked = 0;
  const all = async () => {
    for await (const piece of unpackEntry({ zip: directory.zip, reader }, entry)) unpacked += piece.length;
  };
  await expect(all()).rejects.toMatchObject({ code: 'size-mismatch' });
  expect(unpacked).toBeLessThanOrEqual(100_000);
});
