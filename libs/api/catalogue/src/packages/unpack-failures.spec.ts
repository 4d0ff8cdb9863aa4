import { describe, expect, it } from '@jest/globals';
import { PAGE, scorm12 } from '../../../../../test/fixtures/packages/build.js';
import { manifest12 } from '../../../../../test/fixtures/packages/manifests.js';
import { MemoryStorage } from '../../../../../test/fixtures/packages/memory-storage.js';
import { rawZip } from '../../../../../test/fixtures/packages/raw-zip.js';
import { unpack } from '../../../../../test/fixtures/packages/unpack.js';
import { unpackPackage } from './unpack-package.js';

describe('when unpacking does not come to its end', () => {
  const zip = () => scorm12({}, { 'index.html': PAGE, 'a.js': 'one', 'b.js': 'two', 'c.js': 'three', 'd.js': 'four' });

  it.each([0, 1, 3])('after %i files on a full disk, only what was there before remains', async (puts) => {
    const storage = new MemoryStorage();
    const before = storage.add(Buffer.from('one')).sha256;
    const { sha256 } = storage.add(zip());
    storage.putsLeft = puts;
    await expect(unpackPackage({ storage, sha256 })).rejects.toThrow('The disk is full');
    expect([...storage.blobs.keys()].sort()).toEqual([before, sha256].sort());
  });

  it.each([0, 30, 60, 90])('aborted at %i percent, nothing remains', async (percent) => {
    const storage = new MemoryStorage();
    const { sha256 } = storage.add(zip());
    const aborter = new AbortController();
    const onProgress = (at: number) => at >= percent && aborter.abort(new Error('Enough'));
    await expect(unpackPackage({ storage, sha256, onProgress, signal: aborter.signal })).rejects.toThrow('Enough');
    expect([...storage.blobs.keys()]).toEqual([sha256]);
  });

  it('an unreadable storage is not the package’s fault', async () => {
    const storage = new MemoryStorage();
    const { sha256 } = storage.add(zip());
    const size = storage.blobs.get(sha256)?.length ?? 0;
    storage.size = async () => size;
    storage.blobs.clear();
    await expect(unpackPackage({ storage, sha256 })).rejects.toThrow('Unknown address');
  });
});

describe('progress and limits', () => {
  it('goes from low to 100 without going back', async () => {
    const seen: number[] = [];
    await unpack(scorm12(), { onProgress: (percent) => seen.push(percent) });
    expect(seen.at(-1)).toBe(100);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(2);
  });

  it.each([
    [{ compressedBytes: 100 }, 'too-large'],
    [{ totalBytes: 100 }, 'too-large'],
    [{ files: 1 }, 'too-many-files'],
    [{ ratioFrom: 0, totalRatio: 1, entryRatio: 1 }, 'suspicious-ratio'],
  ])('%j refuses with %s', async (limits, code) => {
    await expect(unpack(scorm12(), { limits })).rejects.toMatchObject({ code });
  });

  it('needs no manifest to be first, nor any order', async () => {
    const zip = rawZip([
      { name: 'index.html', data: PAGE },
      { name: 'imsmanifest.xml', data: manifest12(), method: 0 },
    ]);
    expect((await unpack(zip)).paths).toEqual(['imsmanifest.xml', 'index.html']);
  });
});
