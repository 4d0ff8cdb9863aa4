const longest = 30_000;

/**
 * Milliseconds to wait before try number `failures + 1`: doubles from half a second to at most 30 seconds, with up to
 * half of it taken off at random so that a whole site coming back from a dead spot does not arrive at once.
 *
 * @param random a number from 0 (inclusive) to 1 (exclusive)
 */
export function backOff(failures: number, random: number, retryAfterMs = 0): number {
  const full = Math.min(longest, 500 * 2 ** Math.min(Math.max(failures - 1, 0), 10));
  return Math.min(longest, Math.max(retryAfterMs, full * (1 - random / 2)));
}
