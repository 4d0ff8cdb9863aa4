import type { ItemResult, PracticalItem } from '@lms/contracts';

/** One result for each item that was looked at or written about, in the order of the checklist, and none for others. */
export function ownResults(items: readonly PracticalItem[], results: readonly ItemResult[]): ItemResult[] {
  const given = new Map(results.map((result) => [result.itemId, result]));
  return items.flatMap(({ id }) => given.get(id) ?? []);
}
