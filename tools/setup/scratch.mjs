import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const inMemory = '/dev/shm';
const enough = 4 * 1024 ** 3;

/**
 * Where tests keep what they write for a moment: in memory where the machine has a directory there with room enough, so that
 * nobody waits for a disk to be sure of what is thrown away; else where programs keep such things.
 */
export function scratchRoot() {
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= enough ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}
