import { useState } from 'react';

interface Rules<T> {
  keyOf: (row: T) => string;
  /** Whether a row can be chosen at all. */
  may?: (row: T) => boolean;
  /** As many as are done at once. */
  most: number;
}

/** Which rows are ticked, with what the list said of them; it outlives a filter. */
export function useChosen<T>({ keyOf, may = () => true, most }: Rules<T>) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, T>>(new Map());
  const put = (rows: readonly T[], on: boolean) =>
    setChosen((before) => {
      const next = new Map(before);
      for (const row of rows) {
        if (!on) next.delete(keyOf(row));
        else if (may(row) && next.size < most) next.set(keyOf(row), row);
      }
      return next;
    });
  return {
    rows: [...chosen.values()],
    has: (key: string) => chosen.has(key),
    full: chosen.size >= most,
    put,
    clear: () => setChosen(new Map()),
  };
}

export type Chosen<T> = ReturnType<typeof useChosen<T>>;
