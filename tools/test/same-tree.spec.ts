import { describe, expect, it } from '@jest/globals';
import { sameTree } from '../setup/install.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'libs/domain': { name: '@lms/domain' },
    'node_modules/@lms/domain': { resolved: 'libs/domain', link: true },
    'node_modules/pg': { version: '8.23.1', integrity: 'sha512-a' },
    'node_modules/only-elsewhere': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};
const without = (...paths: string[]) => ({
  packages: Object.fromEntries(Object.entries(lock.packages).filter(([path]) => !paths.includes(path))),
});

describe('what is installed', () => {
  it('is what the lock file demands, but for what is optional', () => {
    expect(sameTree(lock, without('', 'libs/domain', 'node_modules/only-elsewhere'))).toBe(true);
    expect(sameTree(lock, without('node_modules/pg'))).toBe(false);
  });
  it('is not that while a library of our own is missing, or stands elsewhere', () => {
    expect(sameTree(lock, without('node_modules/@lms/domain'))).toBe(false);
    const moved = { ...lock.packages, 'node_modules/@lms/domain': { resolved: 'libs/other', link: true } };
    expect(sameTree(lock, { packages: moved })).toBe(false);
  });
});
