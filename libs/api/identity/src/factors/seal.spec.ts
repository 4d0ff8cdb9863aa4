import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from './seal.js';

const key = createSecretKey(randomBytes(32));

describe('a sealed secret', () => {
  it('comes back with the key, and is nowhere in what is kept', () => {
    const sealed = seal('JBSWY3DPEHPK3PXP', 'aisha', key);
    expect(unseal(sealed, 'aisha', key)).toBe('JBSWY3DPEHPK3PXP');
    expect(sealed.includes('JBSWY3DP')).toBe(false);
    expect(seal('JBSWY3DPEHPK3PXP', 'aisha', key).equals(sealed)).toBe(false);
  });
  it('does not open for somebody else, with another key, or changed', () => {
    const sealed = seal('secret', 'aisha', key);
    expect(() => unseal(sealed, 'kofi', key)).toThrow();
    expect(() => unseal(sealed, 'aisha', createSecretKey(randomBytes(32)))).toThrow();
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => unseal(changed, 'aisha', key)).toThrow();
  });
});
