import type { RuntimeCall } from '@lms/contracts';

/** The calls of one launch by their number; one that came over two ways is one. */
export function inOrder(batches: readonly (readonly RuntimeCall[])[]): RuntimeCall[] {
  const calls = new Map<number, RuntimeCall>();
  for (const batch of batches) for (const call of batch) if (!calls.has(call.n)) calls.set(call.n, call);
  return [...calls.values()].sort((a, b) => a.n - b.n);
}
