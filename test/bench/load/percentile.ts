/** The value that so large a part of the values does not exceed: 0.95 is the 95th percentile. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.ceil(sorted.length * part) - 1];
  if (value === undefined) throw new Error('There is no percentile of nothing');
  return value;
}
