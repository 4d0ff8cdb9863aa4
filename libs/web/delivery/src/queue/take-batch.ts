/** The contract takes this many entries in one request. */
export const maxBatchEntries = 200;
export const maxBatchBytes = 700_000;

/** The longest beginning of `rows` that one request may carry; never empty when `rows` is not. */
export function takeBatch<Row extends { bytes: number }>(rows: readonly Row[], maxEntries = maxBatchEntries): Row[] {
  const batch: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    if (batch.length >= maxEntries || (batch.length > 0 && bytes + row.bytes > maxBatchBytes)) break;
    batch.push(row);
    bytes += row.bytes;
  }
  return batch;
}

/** Those of `rows` that fit together into `budget` bytes, in order, leaving out the ones that are too big. */
export function takeSmall<Row extends { bytes: number }>(rows: Iterable<Row>, budget: number): Row[] {
  let left = budget;
  const small: Row[] = [];
  for (const row of rows) {
    if (row.bytes > left) continue;
    left -= row.bytes;
    small.push(row);
  }
  return small;
}

/** Bytes of a value as JSON in UTF-8, with the comma that follows it. */
export function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).byteLength + 1;
}
