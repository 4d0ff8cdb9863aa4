/** Some at a time, and how many are gone through with them. */
export function* inBatches<T>(all: readonly T[], size: number): Generator<{ batch: readonly T[]; done: number }> {
  for (let from = 0; from < all.length; from += size) {
    const batch = all.slice(from, from + size);
    yield { batch, done: from + batch.length };
  }
}
