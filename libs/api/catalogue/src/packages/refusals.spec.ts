import { describe, expect, it } from '@jest/globals';
import { MemoryStorage } from '../../../../../test/fixtures/packages/memory-storage.js';
import { REFUSED_MANIFESTS } from '../../../../../test/fixtures/packages/refused-manifests.js';
import { REFUSED_ZIPS } from '../../../../../test/fixtures/packages/refused-zips.js';
import { PackageRefusal } from './package-refusal.js';
import { unpackPackage } from './unpack-package.js';

describe('a package is refused, and nothing of it is kept', () => {
  it.each([...REFUSED_ZIPS, ...REFUSED_MANIFESTS])('$what: $code', async ({ code, says, zip }) => {
    const storage = new MemoryStorage();
    const { sha256 } = storage.add(zip());
    const refusal: unknown = await unpackPackage({ storage, sha256 }).then(
      () => 'accepted',
      (error: unknown) => error,
    );
    if (!(refusal instanceof PackageRefusal)) throw new Error(`Not refused: ${String(refusal)}`, { cause: refusal });
    expect(refusal.code).toBe(code);
    expect(refusal.sentence).toMatch(says);
    expect(refusal.sentence).toMatch(/\.$/);
    expect(refusal.sentence.length).toBeLessThan(300);
    expect([...storage.blobs.keys()]).toEqual([sha256]);
  });
});
