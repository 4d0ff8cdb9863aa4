import type { Sha256 } from '../ledger/canonical.js';
import type { Chance } from './chance.js';

/**
 * The same chance for the same seed: SHA-256 over the seed and a counter. Not a quick generator, whose state could be
 * worked out from the ids that a learner sees, and with it the right order of things.
 */
export const seededChance = (seed: string, sha256: Sha256): Chance => {
  let counter = 0;
  const next = (): string => sha256(`${seed} ${(counter += 1)}`);
  return {
    below: (n) => {
      // A number beyond the last whole multiple would make small ones likelier.
      const end = Math.floor(2 ** 32 / n) * n;
      for (;;) {
        const number = Number.parseInt(next().slice(0, 8), 16);
        if (number < end) return number % n;
      }
    },
    // Version 4 (RFC 9562, section 5.4).
    id: () => {
      const hex = next();
      const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
  };
};
