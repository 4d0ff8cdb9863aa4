const EVERY = 250;

/** Rows as they come, and how many have come, told every so often. */
export function counted<T>(
  rows: AsyncIterable<T>,
  told: (done: number) => Promise<void>,
): { rows: AsyncGenerator<T>; count: () => number } {
  let done = 0;
  async function* passing(): AsyncGenerator<T> {
    for await (const row of rows) {
      yield row;
      done += 1;
      if (done % EVERY === 0) await told(done);
    }
  }
  return { rows: passing(), count: () => done };
}
