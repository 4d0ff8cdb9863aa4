import type { Measured } from '../bench-case.js';

/**
 * Ours, floor, ours, floor, …: whatever else the machine does meets both alike. One measurement of each comes before
 * and is thrown away; it warms up the compiler, the caches and the database.
 */
export async function alternate(
  rounds: number,
  ours: () => Promise<number>,
  floor: () => Promise<number>,
): Promise<Measured> {
  const measured: Measured = { ours: [], floor: [] };
  await ours();
  await floor();
  for (let round = 0; round < rounds; round += 1) {
    measured.ours.push(await ours());
    measured.floor.push(await floor());
  }
  return measured;
}
